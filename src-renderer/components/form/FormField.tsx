import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from './ChoiceField.tsx';
import type { AnyField, FieldShown } from './field.ts';
import styles from './form.module.css';
import { SecretField } from './SecretField.tsx';
import { TextField } from './TextField.tsx';

type Props = { field: AnyField; shown: FieldShown };

/** Draws one field of a form, of whatever kind it is, in whatever state. */
export function FormField({ field, shown }: Props): ReactNode {
  return (
    <div className={styles.field} data-changed={shown.changed}>
      <Kind field={field} shown={shown} />
    </div>
  );
}

function Kind({ field, shown }: Props): ReactNode {
  const { t } = useTranslation();
  switch (field.kind) {
    case 'drawn':
      return field.draw(shown);
    case 'secret':
      return (
        <SecretField
          label={t(field.label)}
          name={field.name}
          kind={field.secret}
          error={shown.error}
          {...(field.help === undefined ? {} : { description: t(field.help) })}
        />
      );
    case 'choice':
    case 'choices':
    case 'flag':
      return <ChoiceField field={field} shown={shown} />;
    default:
      return <TextField field={field} shown={shown} />;
  }
}
