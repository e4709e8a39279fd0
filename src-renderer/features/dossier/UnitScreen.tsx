import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSigner } from '#renderer/client/index.ts';
import { AsOfButton, AsOfNotice, dayIn, millisOf } from '#renderer/components/AsOf.tsx';
import { historyPlace, recallPlace } from '#renderer/components/address.ts';
import { LinkButton, ProductLink } from '#renderer/components/links.tsx';
import { Halves, Page, Section } from '#renderer/components/layout.tsx';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { SignaturePart } from '#renderer/components/SignaturePart.tsx';
import { SignedAction } from '#renderer/components/SignedAction.tsx';
import { Answer } from '#renderer/components/states.tsx';
import { HoldButton } from '#renderer/lists/HoldActs.tsx';
import { PrintLabels } from '#renderer/lists/PrintLabels.tsx';
import { targetOf } from '#shared/holds/vocabulary.ts';
import { DecisionDialog } from '#renderer/forms/DecisionDialog.tsx';
import type { Chosen } from '#renderer/forms/useDecision.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { useDecisionSignatures, useLifeLine, useProduct, useUnitPage } from './dossier.hooks.ts';
import { FilesOn } from './FilesOn.tsx';
import { HoldsOn } from './HoldsOn.tsx';
import { InspectionsOn } from './InspectionsOn.tsx';
import { LabelsOn } from './LabelsOn.tsx';
import { LifeBar } from './LifeBar.tsx';
import { MovementTable } from './MovementTable.tsx';
import { Neighbours } from './Neighbours.tsx';
import { ReportMissing } from './SerialActs.tsx';
import { MissingOn, SerialFacts, ServiceOn, useMayReport } from './SerialOn.tsx';
import { StockTable } from './StockTable.tsx';
import { UnitHead } from './UnitHead.tsx';
import type { Permission } from '#shared/kernel/permissions.ts';

type Search = Unit & Chosen & { offset: number; asOf: string; decide: boolean };
type Props = ScreenProps<Search>;

/** The page of a lot or serial: its status, where and how much, its dates, then how it got here and where it went. */
export function UnitScreen({ search, setSearch }: Props): ReactNode {
  const { t } = useTranslation();
  const unit = { product: search.product, lot: search.lot, sublot: search.sublot, serial: search.serial };
  const { asOf } = search;
  const lookAt = (moment: string): void => setSearch({ asOf: moment, offset: 0 }, 'step');
  const isNow = asOf === '';
  const page = useUnitPage(unit, asOf);
  const product = useProduct(unit.product);
  const lifeLine = useLifeLine(unit, search.offset, asOf);
  const lot = unit.sublot === '' ? unit.lot : `${unit.lot} / ${unit.sublot}`;
  /** What is done to goods, and what is recorded beside, is of now. */
  const isNamed = isNow && (unit.lot !== '' || unit.serial !== '');
  const number = unit.serial === '' ? lot : unit.serial;
  const unitOfMeasure = product.data?.unit ?? '';
  const signer = useSigner();
  const piece = { product: unit.product, serial: unit.serial };
  const mayReport = useMayReport(piece);
  const may = (permission: Permission): boolean => signer?.permissions.includes(permission) ?? false;
  // A serial named alone has its lot on the page that was found, and that is how decisions name it.
  const signatures = useDecisionSignatures(page.data?.unit ?? unit);
  return (
    <Page
      code
      kind={t(unit.serial === '' ? 'dossier.lotTitle' : 'dossier.serialTitle')}
      title={number === '' ? unit.product : number}
      actions={
        <>
          <AsOfButton asOf={asOf} onChoose={lookAt} />
          {isNamed && (
            <SignedAction
              text={t('decisions.change')}
              onOpen={() => setSearch({ decide: true })}
              isAllowed={may('status')}
              isLapsed={signer?.lapsed.includes('status') ?? false}
            />
          )}
          {isNamed && may('hold') && <HoldButton text={t('holds.hold')} targets={[targetOf(unit)]} />}
          {isNow && mayReport && <ReportMissing piece={piece} />}
          {isNamed && <PrintLabels units={[unit]} text={t('labels.print')} />}
          {isNow && unit.lot !== '' && unit.serial === '' && may('move') && (page.data?.stock.length ?? 0) > 0 && (
            <>
              <LinkButton to="/lots/split" search={lotOnly(unit)} variant="default">
                {t('lots.split.act')}
              </LinkButton>
              <LinkButton to="/lots/merge" search={lotOnly(unit)} variant="default">
                {t('lots.merge.act')}
              </LinkButton>
            </>
          )}
          {isNow && unit.lot !== '' && unit.serial === '' && (
            <SignedAction
              text={t('lots.dates.change')}
              to="/lots/dates"
              search={{ product: unit.product, lot: unit.lot, sublot: unit.sublot }}
              isAllowed={may('status')}
              isLapsed={signer?.lapsed.includes('status') ?? false}
            />
          )}
          {unit.lot !== '' && unit.serial === '' && (
            <LinkButton {...historyPlace('lot', [unit.product, unit.lot, unit.sublot])} variant="default">
              {t('audit.history')}
            </LinkButton>
          )}
          {isNow && may('recall') && (
            <LinkButton {...recallPlace(unit)} variant="default">
              {t('dossier.recallThis')}
            </LinkButton>
          )}
        </>
      }
    >
      <p>
        <ProductLink code={unit.product} /> {product.data?.name}
      </p>
      {signer !== undefined && (
        <DecisionDialog
          unit={unit}
          unitOfMeasure={unitOfMeasure}
          signer={signer}
          isOpen={search.decide}
          asked={{ from: search.from, to: search.to, location: search.location }}
          onChoose={setSearch}
          onClose={() => setSearch({ decide: false, from: '', to: '', location: '' })}
        />
      )}
      <AsOfNotice asOf={asOf} onChoose={lookAt} />
      <Answer asked={page}>
        {(answer) => (
          <>
            {isNamed && <HoldsOn unit={unit} />}
            {isNow && unit.serial !== '' && <MissingOn piece={piece} />}
            <UnitHead page={answer} unitOfMeasure={unitOfMeasure} day={dayIn(asOf)} />
            {isNow && unit.serial !== '' && <SerialFacts piece={piece} />}
            {isNow && <SignaturePart signatures={signatures} mayAudit={may('audit')} />}
            {isNow && may('trace') && (
              <Halves>
                <Neighbours unit={unit} direction="upstream" />
                <Neighbours unit={unit} direction="downstream" />
              </Halves>
            )}
            {answer.stock.length > 0 && (
              <Section title={t('dossier.stock')}>
                <StockTable stock={answer.stock} unitOfMeasure={unitOfMeasure} />
              </Section>
            )}
            {isNow && isNamed && <InspectionsOn unit={unit} />}
            {isNow && unit.serial !== '' && <ServiceOn piece={piece} />}
            {isNamed && <FilesOn owner={answer.unit} />}
            {isNamed && <LabelsOn unit={unit} />}
            <Section title={t('dossier.lifeLine')}>
              <Answer asked={lifeLine}>
                {(movements) => (
                  <>
                    <LifeBar
                      page={answer}
                      movements={movements}
                      isNewest={search.offset === 0}
                      unitOfMeasure={unitOfMeasure}
                      now={millisOf(asOf)}
                    />
                    {movements.detail === 'summary' && <p className="muted">{t('dossier.logSummed')}</p>}
                    <MovementTable
                      movements={movements}
                      {...(movements.detail === 'none' ? { empty: t('dossier.logNone') } : {})}
                      offset={search.offset}
                      of={unit}
                      onOffset={(offset) => setSearch({ offset })}
                    />
                  </>
                )}
              </Answer>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

const lotOnly = ({ product, lot, sublot }: Unit) => ({ product, lot, sublot });
