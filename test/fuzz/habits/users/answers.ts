import type { Point } from "../../../../src/inventory";
import { offersOf, type Offer } from "./offers";

/** One answer to a point, said of each of its places where it is about a place. */
export interface Answer {
  readonly point: Point;
  readonly offers: readonly Offer[];
}

/** What the options hold, list by list. */
type Choices = Readonly<Record<string, readonly Offer["entry"][]>>;

/**
 * Returns the answers that a point offers. What is offered at its first place is offered at each of the others: one that is
 * about a word is said once.
 */
export function answersOf(point: Point, severalFiles: boolean): Answer[] {
  const whole = offersOf(point, severalFiles);
  const places = point.anomalies.map((anomaly) => offersOf({ ...point, anomalies: [anomaly] }, severalFiles));
  return whole.map((offer, index): Answer => {
    const alike = places.map((offers) => offers[index]).filter((one) => one?.list === offer.list);
    return { point, offers: unique([offer, ...alike.filter((one) => one !== undefined)]) };
  });
}

const unique = (offers: readonly Offer[]): Offer[] => [
  ...new Map(offers.map((offer) => [JSON.stringify(offer), offer])).values(),
];

/** Returns the options that say all of these; where two answer about the same, the later one, as in the pane. */
export function choicesOf(answers: readonly Answer[]): Choices {
  const offers = answers.flatMap(({ offers }) => offers);
  const about = ({ list, entry }: Offer) => JSON.stringify([list, { ...entry, as: undefined, commune: undefined }]);
  const lists: Record<string, Offer["entry"][]> = {};
  for (const { list, entry } of new Map(offers.map((offer) => [about(offer), offer])).values())
    (lists[list] ??= []).push(entry);
  return lists;
}
