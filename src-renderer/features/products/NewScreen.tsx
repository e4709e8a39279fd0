import { Button, Group, Radio, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useMay, useSigner } from '#renderer/client/index.ts';
import { goTo, productPlace } from '#renderer/components/address.ts';
import { Columns, Page, Section } from '#renderer/components/layout.tsx';
import { Link, LinkButton } from '#renderer/components/links.tsx';
import { NeedsPeople } from '#renderer/components/NeedsPeople.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { EmptyState } from '#renderer/components/states.tsx';
import { SignedForm } from '#renderer/forms/SignedForm.tsx';
import { products } from '#shared/products/contract.ts';
import { type Guided, guidedAnswers, guidedModes, type GuidedModes } from '#shared/products/guided.ts';
import { noShelfLife } from '#shared/products/shelfLife.ts';
import { useProductFields, type ProductTyped } from './productFields.tsx';

type Asked = { step: string } & { [Q in keyof Guided]: string };

/** The way to make a product by hand. */
export function NewProduct(): ReactNode {
  const { t } = useTranslation();
  return useMay('masterData') ? (
    <LinkButton to="/product/new" variant="default">
      {t('products.new.title')}
    </LinkButton>
  ) : null;
}

/** Makes a product: first how it is tracked, asked in plain words or skipped, then all that is recorded of it. */
export function NewScreen({ search, setSearch }: ScreenProps<Asked>): ReactNode {
  const { t } = useTranslation();
  const signer = useSigner();
  const answers = answersIn(search);
  const isGuided = search.step === 'guided';
  return (
    <Page title={t('products.new.title')} lead={t(search.step === '' ? 'products.new.askLead' : 'products.new.lead')}>
      {signer?.isOwner === true && <NeedsPeople demo={signer.demo} />}
      {signer?.isOwner === false &&
        (!signer.permissions.includes('masterData') ? (
          <EmptyState title={t('signing.mayNot')} />
        ) : search.step === '' ? (
          <Questions
            answers={answers}
            onDone={(given) => setSearch({ ...given, step: 'guided' }, 'step')}
            onSkip={() => setSearch({ step: 'form' }, 'step')}
          />
        ) : (
          <Stack gap="md">
            {isGuided && <Consequences answers={answers} onAgain={() => setSearch({ step: '' }, 'step')} />}
            <NewForm modes={isGuided ? guidedModes(answers) : usual} ends={isGuided ? answers.ends : 'no'} />
          </Stack>
        ))}
    </Page>
  );
}

/** What a new product is where nobody was asked. */
const usual: GuidedModes = {
  lotTracking: 'mandatory',
  serialTracking: 'none',
  stockManaged: true,
  expiryStatus: 'R',
  retestStatus: 'Q',
};

const answersIn = (search: Asked): Guided => ({
  batches: guidedAnswers.batches.find((one) => one === search.batches) ?? 'always',
  pieces: guidedAnswers.pieces.find((one) => one === search.pieces) ?? 'no',
  ends: guidedAnswers.ends.find((one) => one === search.ends) ?? 'no',
  stock: guidedAnswers.stock.find((one) => one === search.stock) ?? 'yes',
});

type QuestionsProps = { answers: Guided; onDone: (answers: Guided) => void; onSkip: () => void };

function Questions({ answers, onDone, onSkip }: QuestionsProps): ReactNode {
  const { t } = useTranslation();
  const [given, setGiven] = useState(answers);
  const radio = (value: string, label: string): ReactNode => <Radio key={value} value={value} label={label} />;
  function submit(event: FormEvent): void {
    event.preventDefault();
    onDone(given);
  }
  return (
    <form onSubmit={submit} aria-label={t('products.guided.title')}>
      <Stack gap="lg">
        <Columns min={340} gap="20px 40px">
          <Radio.Group
            label={t('products.guided.batches.asks')}
            value={given.batches}
            onChange={(batches) => setGiven({ ...given, batches })}
          >
            <Stack gap={8} mt={6}>
              {guidedAnswers.batches.map((one) => radio(one, t(`products.guided.batches.${one}`)))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t('products.guided.pieces.asks')}
            value={given.pieces}
            onChange={(pieces) => setGiven({ ...given, pieces })}
          >
            <Stack gap={8} mt={6}>
              {guidedAnswers.pieces.map((one) => radio(one, t(`products.guided.pieces.${one}`)))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t('products.guided.ends.asks')}
            value={given.ends}
            onChange={(ends) => setGiven({ ...given, ends })}
          >
            <Stack gap={8} mt={6}>
              {guidedAnswers.ends.map((one) => radio(one, t(`products.guided.ends.${one}`)))}
            </Stack>
          </Radio.Group>
          <Radio.Group
            label={t('products.guided.stock.asks')}
            value={given.stock}
            onChange={(stock) => setGiven({ ...given, stock })}
          >
            <Stack gap={8} mt={6}>
              {guidedAnswers.stock.map((one) => radio(one, t(`products.guided.stock.${one}`)))}
            </Stack>
          </Radio.Group>
        </Columns>
        <Sentences answers={given} />
        <Group gap="sm">
          <Button type="submit">{t('products.guided.go')}</Button>
          <Button variant="default" onClick={onSkip}>
            {t('products.guided.skip')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What follows from the answers, in sentences. */
function Sentences({ answers }: { answers: Guided }): ReactNode {
  const { t } = useTranslation();
  const { lotTracking, serialTracking } = guidedModes(answers);
  return (
    <Section title={t('products.guided.means')}>
      <div role="status">
        <ul>
          <li>{t(`products.guided.lots.${lotTracking}`)}</li>
          <li>{t(`products.guided.serials.${serialTracking}`)}</li>
          <li>{t(`products.guided.life.${answers.ends}`)}</li>
          {answers.stock === 'no' && <li>{t('products.guided.noStock')}</li>}
          {lotTracking === 'none' && serialTracking === 'none' && <li>{t('products.guided.untracked')}</li>}
        </ul>
      </div>
    </Section>
  );
}

function Consequences({ answers, onAgain }: { answers: Guided; onAgain: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      <Sentences answers={answers} />
      <Button variant="default" onClick={onAgain}>
        {t('products.guided.again')}
      </Button>
    </div>
  );
}

function NewForm({ modes, ends }: { modes: GuidedModes; ends: Guided['ends'] }): ReactNode {
  const { t } = useTranslation();
  const record: ProductTyped = {
    ...{ code: '', name: '', category: '', unit: '', traceDetail: 'detailed', ...noShelfLife },
    ...{ lotCapacity: '', expiryCap: '', standardCost: '', gtin: '', attributes: '', packUnits: '', ...modes },
  };
  const fields = useProductFields(record, { moved: false, isNew: true });
  return (
    <Stack gap="sm">
      {ends !== 'no' && <p className="muted">{t('products.guided.sayLife')}</p>}
      <SignedForm
        name="products.create"
        operation={products.create}
        call={api.products.create}
        title="products.new.title"
        record={record}
        fields={fields}
        // What was typed for other modes is another product.
        draft={`new product ${Object.values(modes).join(' ')}`}
        send={(values) => values}
        onDone={({ code }) => goTo(productPlace(code), { instead: true })}
      />
      <Link to="/products">{t('products.new.back')}</Link>
    </Stack>
  );
}
