import { Button, Group, Table, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/Badge.tsx';
import { Icon } from '#renderer/components/icons.tsx';
import { Section } from '#renderer/components/layout.tsx';
import { Answer } from '#renderer/components/states.tsx';
import type { Outputs } from '#shared/contract.ts';
import { useStatusesOf } from './statuses.hooks.ts';

type About = { product: string; supplier: string };

/** For a product, what its goods may do in each status, and which level keeps them from the rest. */
export function CheckPart({ onAsk, ...about }: About & { onAsk: (about: About) => void }): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<About>(about);
  const asked = useStatusesOf(about.product, about.supplier);
  return (
    <Section title={t('statuses.check')}>
      <p className="muted">{t('statuses.checkHelp')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAsk({ product: typed.product.trim(), supplier: typed.supplier.trim() });
        }}
      >
        <Group align="flex-end" gap="8px 12px" mb="md">
          {(['product', 'supplier'] as const).map((name) => (
            <TextInput
              key={name}
              label={t(name === 'product' ? 'statuses.checkProduct' : 'statuses.checkSupplier')}
              value={typed[name]}
              onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [name]: value })}
            />
          ))}
          <Button type="submit" variant="default">
            {t('statuses.checkShow')}
          </Button>
        </Group>
      </form>
      {about.product !== '' && <Answer asked={asked}>{(answer) => <Decisions {...answer} />}</Answer>}
    </Section>
  );
}

function Decisions({ statuses, acts }: Outputs['statuses']['ofProduct']): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="tableBox" tabIndex={0}>
      <Table highlightOnHover aria-label={t('statuses.check')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('audit.fields.ruledAct')}</Table.Th>
            {statuses.map((status) => (
              <Table.Th scope="col" key={status}>
                <StatusBadge status={status} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {acts.map(({ act, refused }) => (
            <Table.Tr key={act}>
              <Table.Th scope="row">{t(`statuses.acts.${act}`)}</Table.Th>
              {refused.map((by, index) => (
                <Table.Td key={statuses[index]}>{by === null ? <May /> : <MayNot {...by} />}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function May(): ReactNode {
  const { t } = useTranslation();
  return (
    <span>
      <Icon name="tick" size={12} /> {t('statuses.may')}
    </span>
  );
}

type By = NonNullable<Outputs['statuses']['ofProduct']['acts'][number]['refused'][number]>;

function MayNot({ level, code }: By): ReactNode {
  const { t } = useTranslation();
  const said = t(`statuses.levels.${level}`);
  return (
    <span className="muted">
      <Icon name="cross" size={12} />{' '}
      {code === '' ? t('statuses.mayNot', { level: said }) : t('statuses.mayNotOf', { level: said, code })}
    </span>
  );
}
