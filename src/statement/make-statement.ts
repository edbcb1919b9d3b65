import { Decimal } from "decimal.js";
import { frenchDate, type Steps } from "../cells";
import type { InventoryReading, Quantity, School } from "../inventory";
import { anomaly, type Anomaly, type MessageCode } from "../messages";
import { allocate } from "../money";
import type { BesanconRule, Options, SharingKey } from "../options";
import {
  communeKey,
  communeNamed,
  createDirectory,
  isCreditor,
  payers,
  type Campaign,
  type Commune,
  type CommuneDirectory,
  type Grid,
} from "../tariff";
import { sortLines } from "./order";
import type { Line, Statement } from "./statement";
import { partOf, reconcile, splitOf, totalByCommune, totalByPrestation } from "./totals";

/**
 * Bills a campaign: each quantity of the reading is priced once, split when the school has a sharing key, and summed by
 * school, commune, prestation, nature and payer. Amounts are exact euros. The order of quantities has no effect;
 * schools of a commune keep the order of the reading. (decisions §2, §3)
 */
export function* makeStatementInSteps(
  reading: InventoryReading,
  grid: Grid,
  campaign: Campaign,
  options: Options,
): Steps<Statement> {
  const keys = resolveKeys(options.sharingKeys, reading.schools, campaign);
  const full: Line[][] = priceQuantities(reading.quantities, grid).map((line) => {
    const shares = keys.bySchool.get(line.school.key);
    if (shares === undefined) return [line];
    return shares === null ? [] : shareLine(line, shares);
  });
  const kept = full.flatMap((parts) =>
    countOnce(parts.filter((line) => entersTitre(line, options.besancon, campaign))),
  );
  yield;
  const lines = sortLines(kept, reading, grid);
  yield;
  const byCommune = totalByCommune(lines, reading.schools);
  const byPrestation = totalByPrestation(lines, grid);
  yield;
  const split = splitOf(lines);
  const cagb = partOf(split, "cagb");
  const communes = partOf(split, "commune");
  const total = cagb.plus(communes);
  const ofCreditor = full.map((parts) => parts.filter((line) => isCreditor(line.commune, campaign.convention)));
  const besancon = splitOf(ofCreditor.flat());
  const leftOut = ofCreditor.flatMap((parts) =>
    countOnce(parts.filter((line) => !entersTitre(line, options.besancon, campaign))),
  );
  yield;
  return {
    campaign,
    grid,
    options,
    // The edition before any generation.
    edition: { version: 1, issued: null, differs: null },
    lines,
    total,
    cagb,
    communes,
    split,
    byPrestation,
    byCommune,
    pupils: byPrestation.find((one) => one.tariff.counts === "pupils")?.units.maintenance ?? 0,
    schools: new Set(lines.map((line) => line.school.key)).size,
    besancon: { cagb: partOf(besancon, "cagb"), commune: partOf(besancon, "commune"), leftOut },
    reconciliations: reconcile(total, lines, byCommune, byPrestation),
    anomalies: keys.anomalies,
  };
}

/**
 * Prices quantities already counted and capped: quantity × unit price, exact in cents because prices have two decimals
 * and quantities are whole (decisions §3). A nature without a tariff gives no line; one borne by both payers gives two
 * (§2). All lines belong to the commune of the school.
 */
function priceQuantities(quantities: readonly Quantity[], grid: Grid): Line[] {
  const rows = new Map(grid.rows.map((row) => [row.code, row]));
  const lines: Line[] = [];
  for (const { school, prestation, nature, quantity, sources } of quantities) {
    const tariff = rows.get(prestation);
    if (tariff === undefined) continue;
    for (const payer of payers) {
      const unitPrice = tariff.prices[nature][payer];
      if (unitPrice === null) continue;
      const amount = new Decimal(quantity).times(unitPrice);
      const line = { commune: school.commune, school, tariff, nature, payer, quantity, unitPrice, amount, sources };
      lines.push({ ...line, share: null });
    }
  }
  return lines;
}

/**
 * Returns whether the amount of a commune and payer is part of the titre, according to the option on the creditor's own
 * schools. A creditor that claims from members directly never claims from itself. (decisions §2)
 */
function entersTitre(
  { commune, payer }: Pick<Line, "commune" | "payer">,
  rule: BesanconRule,
  { convention }: Campaign,
): boolean {
  if (!isCreditor(commune, convention)) return true;
  if (convention.debtor === null || rule === "left-out") return false;
  return rule === "like-others" || payer === "cagb";
}

/** A resolved sharing key: communes in order of INSEE code, with weights above zero. */
interface Shares {
  readonly parts: readonly { readonly commune: Commune; readonly weight: number }[];
  readonly total: number;
}

interface ResolvedKeys {
  /** By `School.key`; null when the key is faulty, so that the school cannot be billed. */
  readonly bySchool: ReadonlyMap<string, Shares | null>;
  readonly anomalies: readonly Anomaly[];
}

/** Resolves the schools and communes of sharing keys, on the campaign's snapshot. (decisions §2) */
function resolveKeys(keys: readonly SharingKey[], schools: readonly School[], campaign: Campaign): ResolvedKeys {
  const bySchool = new Map<string, Shares | null>();
  const anomalies: Anomaly[] = [];
  if (keys.length === 0) return { bySchool, anomalies };
  const directory = createDirectory(campaign);
  const report = (code: MessageCode, params: Anomaly["params"]) => anomalies.push(anomaly("error", code, params));
  for (const key of keys) {
    const host = communeNamed(key.commune, directory);
    const school = schools.find(
      (one) => one.commune.insee === host?.insee && communeKey(one.name) === communeKey(key.school),
    );
    if (school === undefined) {
      report("sharing-key-unknown-school", { school: key.school, commune: key.commune });
      continue;
    }
    const named = { school: school.name, commune: school.commune.name };
    if (bySchool.has(school.key)) {
      bySchool.set(school.key, null);
      report("sharing-key-twice", named);
      continue;
    }
    const stranger = key.shares.find((share) => communeNamed(share.commune, directory) === null);
    if (stranger !== undefined) {
      const date = frenchDate(campaign.snapshot);
      report("sharing-key-unknown-commune", { school: school.name, commune: stranger.commune, date });
    }
    const weighted = key.shares.every((share) => share.weight >= 0) && key.shares.some((share) => share.weight > 0);
    if (!weighted) report("sharing-key-no-weight", named);
    bySchool.set(school.key, stranger === undefined && weighted ? sharesOf(key, directory) : null);
  }
  return { bySchool, anomalies };
}

function sharesOf(key: SharingKey, directory: CommuneDirectory): Shares {
  const byInsee = new Map<string, { commune: Commune; weight: number }>();
  for (const share of key.shares) {
    const commune = communeNamed(share.commune, directory)!;
    const known = byInsee.get(commune.insee)?.weight ?? 0;
    if (share.weight > 0) byInsee.set(commune.insee, { commune, weight: addExactly([known, share.weight]) });
  }
  const parts = [...byInsee.values()].sort((a, b) => (a.commune.insee < b.commune.insee ? -1 : 1));
  return { parts, total: addExactly(parts.map((part) => part.weight)) };
}

/** Adds weights as decimals, so that 0.1 and 0.2 give 0.3. */
function addExactly(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total.plus(weight), new Decimal(0)).toNumber();
}

/**
 * Splits a line between the communes that share its school: exact cents by the largest remainder, ties by INSEE code;
 * the shares add up to the line. (decisions §2)
 */
export function shareLine(line: Line, shares: Shares): Line[] {
  const weights = shares.parts.map(({ commune, weight }) => ({ key: commune.insee, weight }));
  const allocation = allocate(line.amount, weights);
  if (!allocation.ok) throw new Error(`A settled key cannot be refused: ${allocation.error}`);
  return shares.parts.map(({ commune, weight }, index) => ({
    ...line,
    commune,
    amount: allocation.value[index]!.amount,
    share: { weight, total: shares.total, counted: false },
  }));
}

/** Marks the first share of a line as the one that counts its units. */
function countOnce(shares: readonly Line[]): Line[] {
  return shares.map((line, index) =>
    line.share === null ? line : { ...line, share: { ...line.share, counted: index === 0 } },
  );
}
