import type { Decimal } from "decimal.js";
import { formatAmount } from "../../../src/money";
import {
  commentOf,
  countDirections,
  countExplained,
  mostChangedCommunes,
  yearsOf,
  type Change,
} from "../../../src/statement";
import type { AnalysesShown } from "../../../src/taskpane/analyses/kept";
import { priceFields } from "../../../src/taskpane/analyses/price-fields";
import type { Preview } from "../../../src/taskpane/state/preview";

type Amounts<Shown> = { readonly [Name in keyof Shown]: string };

/** Amounts by their digits, to the cent. */
export function digits<Shown extends Change>(amounts: Shown): Amounts<Shown> {
  const all = Object.entries(amounts).map(([name, amount]) => [name, formatAmount(amount)]);
  return Object.fromEntries(all) as Amounts<Shown>;
}

/** What « Comparer » shows, its amounts by their digits; null where nothing is compared. */
export function comparedShown({ comparison: compared, beside, onlyNotable, lastCommented }: AnalysesShown) {
  if (compared === null) return null;
  const { file, campaignFrom, statement, anomalies, unacceptedErrors } = compared.billed;
  const { byPayer, total, communes, commentsOnOtherYears } = compared.comparison;
  const commented = communes.filter(
    ({ byPayer: its, comments }) => comments.length > 0 && its.commune.difference.isZero(),
  );
  return {
    ...{ file, campaignFrom, beside, onlyNotable, lastCommented, unaccepted: unacceptedErrors },
    campaign: statement.campaign.year,
    cagb: digits(byPayer.cagb),
    due: digits(byPayer.commune),
    total: digits(total),
    moves: [...mostChangedCommunes(communes), ...commented].map((one) => ({
      insee: one.commune.insee,
      name: one.commune.name,
      ...digits(one.byPayer.commune),
      isNotable: one.isNotable,
      comment: commentOf(one),
    })),
    toExplain: countExplained(communes),
    onOtherYears: { count: commentsOnOtherYears.length, years: yearsOf(commentsOnOtherYears) },
    points: anomalies.filter(({ severity }) => severity !== "info"),
  };
}

/** The same of « Simuler ». */
export function triedShown({ simulation: tried, trial }: AnalysesShown) {
  if (tried === null || trial === null) return null;
  const { byPayer, total, communes, trial: statement } = tried.simulation;
  return {
    file: trial.from?.file ?? null,
    act: trial.base.act,
    isTyped: statement.grid !== trial.base,
    cagb: digits(byPayer.cagb),
    due: digits(byPayer.commune),
    total: digits(total),
    directions: countDirections(tried.simulation),
    moves: mostChangedCommunes(communes).map(({ commune, byPayer: its }) => ({
      insee: commune.insee,
      name: commune.name,
      ...digits(its.commune),
    })),
    points: tried.anomalies.filter(({ severity }) => severity !== "info"),
  };
}

/** The fields of « Simuler », the same. */
export function fieldsShown({ simulation, trial }: AnalysesShown, { statement: { grid } }: Preview) {
  const fields = priceFields({ inForce: grid, base: trial?.base ?? grid }, trial, simulation?.simulation ?? null);
  return fields.map(({ now, trial: tried, effect, ...field }) => ({
    ...field,
    now: now && formatAmount(now),
    trial: tried && formatAmount(tried),
    effect: effect && {
      units: effect.units,
      difference: formatAmount(effect.difference),
      amount: formatAmount(effect.amount),
    },
  }));
}

/** The same of « Rectifier ». */
export function rectifiedShown({ rectification: rectified }: AnalysesShown) {
  if (rectified === null) return null;
  const { issued, rectification, errors } = rectified;
  const { kind, byPayer, total, communes, reduction, complement } = rectification;
  return {
    ...{ file: issued.file, when: issued.run.when, kind, points: errors },
    toIssue: [reduction, complement].map((piece) => piece && formatAmount(piece.total)),
    cagb: digits(byPayer.cagb),
    due: digits(byPayer.commune),
    total: digits(total),
    moves: mostChangedCommunes(communes).map(({ commune, byPayer: its }) => ({
      insee: commune.insee,
      ...digits(its.commune),
    })),
    lines: communes.flatMap(({ commune, lines }) =>
      lines.map(({ tariff, nature, payer, issued: before, corrected, difference }) => ({
        ...{ commune: commune.name, prestation: tariff.prestation, nature, payer },
        issued: before && sideShown(before),
        corrected: corrected && sideShown(corrected),
        difference: formatAmount(difference),
      })),
    ),
  };
}

function sideShown({ quantity, unitPrice, amount }: { quantity: number; unitPrice: Decimal; amount: Decimal }) {
  return { quantity, unitPrice: formatAmount(unitPrice), amount: formatAmount(amount) };
}
