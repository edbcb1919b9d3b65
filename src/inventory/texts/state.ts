import { fold, memoByText } from "../../cells";
import { commonReader } from "./read-text";
import { type Status, conceptSet, senses } from "./senses";

/** Where what the state is ends, and what is told of it begins. */
const asides = /(?:\s*[(,;:/]|\.(?=\s|$)| (?:le|depuis|en|au|a|par|suite|pour|mais|jusqu)\b).*$/;

/** What a state may be said with, which adds nothing: « Matériel en service », « Affecté école », « PC HS ». */
const beside = conceptSet("thing state time use description kindOf unit whole every");
/** What only a machine in service is said with: one that is « sorti du bureau » may be in another. */
const places = conceptSet("school establishment site room classroom staff head");

/** What a text says of a machine: states, and what is no state but tells that it may be gone; null where it is not all read. */
interface Said {
  readonly states: ReadonlySet<Status>;
  readonly isUnsure: boolean;
  readonly isRead: boolean;
}

function saidBy(text: string): Said {
  const { meanings, names, unread } = commonReader.read(text, "state");
  const states = new Set<Status>();
  let isUnsure = false;
  let isPlaced = names.some(({ kind }) => kind !== "person" && kind !== "edition");
  for (const meaning of meanings) {
    if (meaning.is === "qualifier") {
      if (meaning.how !== "denies" || !meaning.isWhole) isUnsure = true;
      else states.add("in-service");
    } else if (meaning.is === "concept") {
      const { state } = senses[meaning.concept]!;
      // « M » is no state.
      if (state !== undefined && meaning.base !== "m") states.add(state);
      else if (places.has(meaning.concept)) isPlaced = true;
      else if (!beside.has(meaning.concept)) isUnsure = true;
    }
  }
  if (isPlaced && (states.has("out") || states.has("stock"))) isUnsure = true;
  // « Panne disque », « panne alim »: of what, changes nothing.
  const isRead = unread.length === 0 || (states.has("repair") && states.size === 1);
  return { states, isUnsure, isRead };
}

const isInService = (status: Status): boolean => status === "in-service" || status === "repair";

/** Reads a machine's state; null when it is none that is known, which is asked. Remembered by text. */
export const readStatus: (text: string) => Status | null = memoByText((text) => {
  const folded = fold(text);
  const all = only(saidBy(text));
  if (all !== null) return all;
  // « En service (HS le 12/10) »: what is added must not say otherwise.
  const head = folded.replace(asides, "");
  const status = head === folded ? null : only(saidBy(head));
  if (status === null) return null;
  const { states, isUnsure } = saidBy(folded.slice(head.length));
  const others = [...states];
  if (isUnsure && isInService(status)) return null;
  if (others.every((other) => other === status || other === "in-service")) return status;
  return isInService(status) && others.every(isInService) ? "repair" : null;
});

/** Returns the one state that a text says, if it says nothing else. */
function only({ states, isUnsure, isRead }: Said): Status | null {
  const [first] = states;
  return isUnsure || !isRead || states.size !== 1 ? null : first!;
}
