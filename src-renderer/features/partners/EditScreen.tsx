import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, useAsk } from '#renderer/client/index.ts';
import { goTo, partnerPlace } from '#renderer/components/address.ts';
import { Page } from '#renderer/components/layout.tsx';
import { LinkButton } from '#renderer/components/links.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { Answer } from '#renderer/components/states.tsx';
import { MadeFindings } from '#renderer/forms/MadeFindings.tsx';
import { RecordForm } from '#renderer/forms/RecordForm.tsx';
import type { FormParts } from '#renderer/forms/values.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Message } from '#shared/kernel/message.ts';
import { partners } from '#shared/partners/contract.ts';
import { partnerRoles } from '#shared/partners/vocabulary.ts';

type Partner = Omit<Outputs['partners']['get'], 'kind'>;

/** Makes a partner. */
export function NewScreen(): ReactNode {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ code: string; findings: readonly Message[] }>();
  return (
    <Page title={t('partners.create')} lead={t('partners.createLead')}>
      {made === undefined ? (
        <PartnerForm
          partner={blank}
          onDone={({ findings }, code) =>
            findings.length === 0 ? goTo(partnerPlace(code), { instead: true }) : setMade({ code, findings })
          }
        />
      ) : (
        <MadeFindings findings={made.findings}>
          <LinkButton {...partnerPlace(made.code)}>{t('partners.open', { code: made.code })}</LinkButton>
        </MadeFindings>
      )}
    </Page>
  );
}

/** Changes the partner whose code is given. */
export function EditScreen({ search: { code } }: ScreenProps<{ code: string }>): ReactNode {
  const { t } = useTranslation();
  const stored = useAsk(ask.partners.get.queryOptions({ input: { code } }));
  return (
    <Page title={t('partners.change', { code })}>
      <Answer asked={stored}>
        {({ kind: _kind, ...partner }) => (
          <PartnerForm partner={partner} onDone={() => goTo(partnerPlace(code), { instead: true })} />
        )}
      </Answer>
    </Page>
  );
}

const blank: Partner = {
  ...{ code: '', name: '', country: '', email: '', address: '', phone: '', gln: '' },
  ...{ contactName: '', contactPhone: '', contactEmail: '', contactHours: '', inactiveFrom: '' },
  ...{ roles: [], leastLifeDays: null, version: 0, termsVersion: 0 },
};

type FormProps = { partner: Partner; onDone: (reply: Outputs['partners']['save'], code: string) => void };

function PartnerForm({ partner, onDone }: FormProps): ReactNode {
  const { t } = useTranslation();
  const isNew = partner.version === 0;
  const [code, setCode] = useState(partner.code);
  const fields: FormParts<Partner> = [
    {
      legend: 'audit.records.partner',
      fields: [
        { kind: 'code', name: 'code', label: 'audit.fields.code', fixed: !isNew },
        { kind: 'text', name: 'name', label: 'fields.name' },
        {
          kind: 'choices',
          name: 'roles',
          label: 'partners.is',
          help: 'partners.isHelp',
          options: partnerRoles.map((value) => ({ value, label: t(`partners.roles.${value}`) })),
        },
      ],
    },
    {
      legend: 'partners.reach',
      fields: [
        { kind: 'text', name: 'address', label: 'dossier.address' },
        { kind: 'text', name: 'country', label: 'dossier.country' },
        { kind: 'text', name: 'phone', label: 'dossier.phone' },
        { kind: 'text', name: 'email', label: 'dossier.email' },
        { kind: 'code', name: 'gln', label: 'dossier.gln' },
      ],
    },
    {
      legend: 'partners.recall',
      fields: [
        { kind: 'text', name: 'contactName', label: 'audit.fields.contactName', help: 'partners.contactHelp' },
        { kind: 'text', name: 'contactPhone', label: 'audit.fields.contactPhone' },
        { kind: 'text', name: 'contactEmail', label: 'audit.fields.contactEmail' },
        { kind: 'text', name: 'contactHours', label: 'audit.fields.contactHours', help: 'partners.hoursHelp' },
      ],
    },
    {
      legend: 'partners.dealings',
      fields: [
        {
          kind: 'wholeNumber',
          name: 'leastLifeDays',
          label: 'audit.fields.leastLifeDays',
          unit: t('partners.days'),
          help: 'partners.lifeHelp',
          when: ({ roles }) => roles.includes('customer'),
        },
        { kind: 'date', name: 'inactiveFrom', label: 'audit.fields.inactiveFrom', help: 'partners.inactiveHelp' },
      ],
    },
  ];
  return (
    <RecordForm
      operation={partners.save}
      call={api.partners.save}
      record={partner}
      fields={fields}
      changes={!isNew}
      draft={`partner ${isNew ? '+' : partner.code}`}
      send={(typed) => {
        setCode(typed.code.trim());
        // What is asked of goods goes with the customer.
        return { ...typed, leastLifeDays: typed.roles.includes('customer') ? typed.leastLifeDays : null };
      }}
      onDone={(reply) => onDone(reply, code)}
      onCancel={() => goTo(isNew ? { to: '/partners' } : partnerPlace(partner.code))}
    />
  );
}
