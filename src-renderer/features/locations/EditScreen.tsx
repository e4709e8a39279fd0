import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk } from '#renderer/client/index.ts';
import { goTo, locationPlace } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { LinkButton } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import { MadeFindings } from '#renderer/forms/MadeFindings.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Message } from '#shared/kernel/message.ts';
import { locations } from '#shared/locations/contract.ts';
import { locationKinds } from '#shared/locations/vocabulary.ts';

type Location = Outputs['locations']['get'];
type Saved = { code: string; findings: readonly Message[] };

/** Makes a location, or changes the one whose code is given. */
export function EditScreen({ search: { code } }: ScreenProps<{ code: string }>): ReactNode {
  const { t } = useTranslation();
  const [saved, setSaved] = useState<Saved>();
  const isNew = code === '';
  const stored = useAsk({ ...ask.locations.get.queryOptions({ input: { code } }), enabled: !isNew });
  const sites = useAsk({ ...ask.locations.listSites.queryOptions({ input: {} }), enabled: isNew });
  function done({ findings }: Outputs['locations']['save'], made: string): void {
    if (findings.length === 0) goTo(locationPlace(made), { instead: true });
    else setSaved({ code: made, findings });
  }
  return (
    <Page
      title={isNew ? t('locations.create') : t('locations.change', { code })}
      {...(isNew ? { lead: t('locations.createLead') } : {})}
    >
      {saved !== undefined ? (
        <MadeFindings findings={saved.findings}>
          <LinkButton {...locationPlace(saved.code)}>{t('locations.open', saved)}</LinkButton>
        </MadeFindings>
      ) : isNew ? (
        <Answer asked={sites}>
          {({ sites: known }) => <LocationForm location={blankAt(known)} isNew onDone={done} />}
        </Answer>
      ) : (
        <Answer asked={stored}>{(location) => <LocationForm location={location} isNew={false} onDone={done} />}</Answer>
      )}
    </Page>
  );
}

const blankAt = (sites: Outputs['locations']['listSites']['sites']): Location => ({
  ...{ code: '', name: '', kind: 'storage', version: 0 },
  // In a plant of one site it goes without saying.
  site: sites.length === 1 ? (sites[0]?.name ?? '') : '',
});

type FormProps = {
  location: Location;
  isNew: boolean;
  onDone: (reply: Outputs['locations']['save'], code: string) => void;
};

function LocationForm({ location, isNew, onDone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const [code, setCode] = useState(location.code);
  const fields: FormParts<Location> = [
    {
      fields: [
        { kind: 'code', name: 'code', label: 'fields.location', fixed: !isNew },
        { kind: 'text', name: 'name', label: 'fields.name' },
      ],
    },
    {
      fields: [
        { kind: 'code', name: 'site', label: 'audit.fields.site' },
        {
          kind: 'choice',
          name: 'kind',
          label: 'dossier.locationList.kind',
          help: 'locations.kindHelp',
          options: locationKinds.map((value) => ({ value, label: t(`audit.locationKinds.${value}`) })),
        },
      ],
    },
  ];
  return (
    <RecordForm
      operation={locations.save}
      call={api.locations.save}
      record={location}
      fields={fields}
      changes={!isNew}
      draft={`location ${isNew ? '+' : location.code}`}
      send={(typed) => {
        setCode(typed.code.trim());
        return typed;
      }}
      onDone={(reply) => onDone(reply, code)}
      onCancel={() => goTo(isNew ? { to: '/locations' } : locationPlace(location.code))}
    />
  );
}
