import { Decimal } from "decimal.js";
import type { Steps } from "../../../cells";
import type { Anomaly } from "../../../messages";
import type { Trial } from "../../../documents";
import { actOfTypedPrices, tryGridInSteps } from "../../../billing";
import { amountOfText, campaignOf, isSamePlace, priceAt, reprice, type Grid, type PricePlace } from "../../../tariff";
import type { Snapshot } from "../snapshot";
import type { KeptTrial } from "./kept";
import { openPlaces, rowsMissing, type TrialGrids } from "./price-fields";
import { gridOnTrial } from "./trial-grids";

type Billed = Pick<Snapshot, "campaign" | "workbook" | "others" | "billing">;

/** The grid in force, and the one that a trial starts from. */
export function gridsOf({ from }: Pick<KeptTrial, "from">, { campaign, billing }: Billed): TrialGrids {
  const inForce = billing.statement.grid;
  return { inForce, base: from === null ? inForce : gridOnTrial(from.grids, campaignOf(campaign)) };
}

/** What is tried on a campaign; null where nothing differs from what is in force in it. */
export function* trialInSteps(
  kept: KeptTrial | null,
  snapshot: Billed,
): Steps<Trial | { readonly refusals: readonly Anomaly[] } | null> {
  const trial = kept === null ? null : gridTried(kept, gridsOf(kept, snapshot));
  if (trial === null) return null;
  const read = [snapshot.workbook, ...snapshot.others];
  return yield* tryGridInSteps({
    workbooks: read.map(({ cells }) => cells),
    openingAnomalies: read.flatMap(({ anomalies }) => anomalies),
    campaign: campaignOf(snapshot.campaign),
    options: {},
    billed: snapshot.billing,
    trial,
  });
}

/** Prices typed for what another campaign has are left alone. */
function gridTried({ from, typed }: KeptTrial, grids: TrialGrids): Grid | null {
  const { base } = grids;
  const places = openPlaces(grids);
  const changes = typed.filter(
    (change) => places.some((place) => isSamePlace(place, change)) && !isSame(priceAt(base, change), change.price),
  );
  if (changes.length === 0) return from === null ? null : base;
  const none = { cagb: null, commune: null };
  const added = rowsMissing(grids)
    .filter(({ code }) => changes.some((change) => change.code === code))
    .map((row) => ({ ...row, prices: { installation: none, maintenance: none } }));
  return { ...reprice({ ...base, rows: [...base.rows, ...added] }, changes), act: actOfTypedPrices(base.act) };
}

/**
 * A trial once something is typed for a price; null where nothing is left to try. What is no price leaves what was tried
 * there before.
 */
export function withTyped(
  kept: KeptTrial | null,
  place: PricePlace,
  written: string,
  snapshot: Billed,
): KeptTrial | null {
  const { from, typed, refused } = kept ?? { from: null, typed: [], refused: [] };
  const isElsewhere = (one: PricePlace) => !isSamePlace(one, place);
  const sound = refused.filter(isElsewhere);
  const price = amountOfText(written);
  if (typeof price === "string") return { from, typed, refused: [...sound, { ...place, written, fault: price }] };
  const others = typed.filter(isElsewhere);
  const { base } = gridsOf({ from }, snapshot);
  const now = isSame(priceAt(base, place), price) ? others : [...others, { ...place, price }];
  return from === null && now.length + sound.length === 0 ? null : { from, typed: now, refused: sound };
}

function isSame(one: Decimal | null, other: Decimal | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}
