import { isoDate } from "../../cells";
import { formatAmount } from "../../money";
import type { Commune, Nature, Payer } from "../../tariff";
import type { Statement } from "../statement";
import { commentOf, type Comparison, type Effects, type Presence, type Side } from "./comparison";
import { hasChanged } from "./effects";

type Amount = string;
type EffectsJson = Record<keyof Effects, Amount>;
type CommuneJson = { insee: string; name: string };
type SideJson = { quantity: number; unitPrice: Amount | null; amount: Amount };
type CampaignJson = {
  campaign: number;
  snapshot: string;
  act: string;
  total: Amount;
  cagb: Amount;
  communes: Amount;
};

/** A comparison as plain data: amounts are strings with two decimals; only the lines that changed are listed. */
export interface ComparisonJson {
  before: CampaignJson;
  after: CampaignJson;
  total: EffectsJson;
  cagb: EffectsJson;
  communes: EffectsJson;
  byCommune: Record<
    string,
    {
      name: string;
      presence: Presence;
      before: CommuneJson[];
      after: CommuneJson[];
      notable: boolean;
      comment: string | null;
      cagb: EffectsJson;
      commune: EffectsJson;
      total: EffectsJson;
    }
  >;
  byPrestation: Record<string, EffectsJson & { notable: boolean }>;
  schools: { insee: string; school: string; presence: Presence; cagb: Amount; commune: Amount }[];
  lines: (Omit<EffectsJson, "before" | "after"> & {
    insee: string;
    school: string;
    prestation: string;
    nature: Nature;
    payer: Payer;
    presence: Presence;
    before: SideJson;
    after: SideJson;
  })[];
  missingPrices: { prestation: string; nature: Nature; payer: Payer; side: "before" | "after" }[];
  /** Comments on communes that neither campaign bills. */
  otherComments: { commune: string; comment: string }[];
  /** Comments on another year than that of the campaign compared. */
  commentsOnOtherYears: { commune: string; against: number; comment: string }[];
}

export function comparisonJson(comparison: Comparison): ComparisonJson {
  const schools = comparison.communes.flatMap(({ commune, schools: own }) =>
    own.map((school) => ({ insee: commune.insee, school })),
  );
  return {
    before: campaignJson(comparison.before),
    after: campaignJson(comparison.after),
    total: effectsJson(comparison.total),
    cagb: effectsJson(comparison.byPayer.cagb),
    communes: effectsJson(comparison.byPayer.commune),
    byCommune: Object.fromEntries(
      comparison.communes.map((compared) => [
        compared.commune.insee,
        {
          name: compared.commune.name,
          presence: compared.presence,
          before: compared.before.map(communeJson),
          after: compared.after.map(communeJson),
          notable: compared.isNotable,
          comment: commentOf(compared),
          cagb: effectsJson(compared.byPayer.cagb),
          commune: effectsJson(compared.byPayer.commune),
          total: effectsJson(compared.total),
        },
      ]),
    ),
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
    lines: schools.flatMap(({ insee, school: { name, presence, lines } }) =>
      lines.filter(hasChanged).map(({ tariff, nature, payer, before, after, effects }) => ({
        insee,
        school: name,
        prestation: tariff.code,
        nature,
        payer,
        presence,
        ...effectsJson(effects),
        before: sideJson(before),
        after: sideJson(after),
      })),
    ),
    missingPrices: comparison.missingPrices.map(({ tariff, nature, payer, side }) => ({
      prestation: tariff.code,
      nature,
      payer,
      side,
    })),
    otherComments: comparison.otherComments.map(({ commune, text }) => ({ commune, comment: text })),
    commentsOnOtherYears: comparison.commentsOnOtherYears.map(({ commune, against, text }) => ({
      commune,
      against,
      comment: text,
    })),
  };
}

function effectsJson(effects: Effects): EffectsJson {
  const names = Object.keys(effects) as (keyof Effects)[];
  return Object.fromEntries(names.map((name) => [name, formatAmount(effects[name])])) as EffectsJson;
}

function campaignJson({ campaign, grid, total, cagb, communes }: Statement): CampaignJson {
  return {
    campaign: campaign.year,
    snapshot: isoDate(campaign.snapshot),
    act: grid.act,
    total: formatAmount(total),
    cagb: formatAmount(cagb),
    communes: formatAmount(communes),
  };
}

function communeJson({ insee, name }: Commune): CommuneJson {
  return { insee, name };
}

function sideJson({ quantity, unitPrice, amount }: Side): SideJson {
  return {
    quantity,
    unitPrice: unitPrice === null ? null : formatAmount(unitPrice),
    amount: formatAmount(amount),
  };
}
