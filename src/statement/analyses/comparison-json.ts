import { isoDate } from "../../cells";
import { formatAmount } from "../../money";
import type { Commune } from "../../tariff";
import type { Statement } from "../statement";
import { commentOf, type ComparedCommune, type ComparedLine, type ComparedSchool } from "./comparison";
import type { Comparison, Effects, Side } from "./comparison";
import { hasChanged } from "./effects";

/** A comparison as plain data: an amount is a text with two decimals; only the lines that changed are listed. */
export type ComparisonJson = ReturnType<typeof comparisonJson>;

export function comparisonJson(comparison: Comparison) {
  const schools = comparison.communes.flatMap(({ commune, schools: own }) =>
    own.map((school) => ({ insee: commune.insee, school })),
  );
  return {
    before: campaignJson(comparison.before),
    after: campaignJson(comparison.after),
    total: effectsJson(comparison.total),
    cagb: effectsJson(comparison.byPayer.cagb),
    communes: effectsJson(comparison.byPayer.commune),
    byCommune: Object.fromEntries(comparison.communes.map((one) => [one.commune.insee, comparedCommuneJson(one)])),
    byPrestation: Object.fromEntries(
      comparison.prestations.map(({ tariff, effects, isNotable }) => [
        tariff.code,
        { ...effectsJson(effects), notable: isNotable },
      ]),
    ),
    schools: schools
      .filter(({ school }) => school.presence !== "kept")
      .map(({ insee, school: { name, presence, byPayer } }) => ({
        insee,
        school: name,
        presence,
        cagb: formatAmount(byPayer.cagb.difference),
        commune: formatAmount(byPayer.commune.difference),
      })),
    lines: schools.flatMap(({ insee, school }) =>
      school.lines.filter(hasChanged).map((line) => comparedLineJson(insee, school, line)),
    ),
    missingPrices: comparison.missingPrices.map(({ tariff, nature, payer, side }) => ({
      prestation: tariff.code,
      nature,
      payer,
      side,
    })),
    /** On communes that neither campaign bills. */
    otherComments: comparison.otherComments.map(({ commune, text }) => ({ commune, comment: text })),
    /** On another year than that of the campaign compared. */
    commentsOnOtherYears: comparison.commentsOnOtherYears.map(({ commune, against, text }) => ({
      commune,
      against,
      comment: text,
    })),
  };
}

function campaignJson({ campaign, grid, total, cagb, communes }: Statement) {
  return {
    campaign: campaign.year,
    snapshot: isoDate(campaign.snapshot),
    act: grid.act,
    total: formatAmount(total),
    cagb: formatAmount(cagb),
    communes: formatAmount(communes),
  };
}

function comparedCommuneJson(compared: ComparedCommune) {
  return {
    name: compared.commune.name,
    presence: compared.presence,
    before: compared.before.map(communeJson),
    after: compared.after.map(communeJson),
    notable: compared.isNotable,
    comment: commentOf(compared),
    cagb: effectsJson(compared.byPayer.cagb),
    commune: effectsJson(compared.byPayer.commune),
    total: effectsJson(compared.total),
  };
}

function comparedLineJson(insee: string, { name, presence }: ComparedSchool, line: ComparedLine) {
  const { tariff, nature, payer, before, after, effects } = line;
  return {
    insee,
    school: name,
    prestation: tariff.code,
    nature,
    payer,
    presence,
    ...effectsJson(effects),
    before: sideJson(before),
    after: sideJson(after),
  };
}

function effectsJson(effects: Effects) {
  const names = Object.keys(effects) as (keyof Effects)[];
  return Object.fromEntries(names.map((name) => [name, formatAmount(effects[name])])) as Record<keyof Effects, string>;
}

function communeJson({ insee, name }: Commune) {
  return { insee, name };
}

function sideJson({ quantity, unitPrice, amount }: Side) {
  return {
    quantity,
    unitPrice: unitPrice === null ? null : formatAmount(unitPrice),
    amount: formatAmount(amount),
  };
}
