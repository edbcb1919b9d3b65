import { fold, memoByText } from "../../cells";
import { commonReader } from "./read-text";
import { type Status, conceptSet, senses } from "./senses";

/** The end of a state, followed by comments. */
const asides = /(?:\s*[(,;:/]|\.(?=\s|$)| (?:le|depuis|en|au|a|par|suite|pour|mais|jusqu)\b).*$/;

/** Concepts that add nothing to a state: « Matériel en service », « Affecté école », « PC HS ». */
const beside = conceptSet("thing state time use description kindOf unit whole every");
/** Places that only suit a machine in service: a machine « sorti du bureau » may be in another room. */
const places = conceptSet("school establishment site room classroom staff head");

/** The states in a text about a machine, and whether other words make them uncertain. */
interface StatesRead {
  readonly states: ReadonlySet<Status>;
  readonly isUnsure: boolean;
  readonly isRead: boolean;
}

function statesIn(text: string): StatesRead {
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
      // « M » is not a state.
      if (state !== undefined && meaning.base !== "m") states.add(state);
      else if (places.has(meaning.concept)) isPlaced = true;
      else if (!beside.has(meaning.concept)) isUnsure = true;
    }
  }
  if (isPlaced && (states.has("out") || states.has("stock"))) isUnsure = true;
  // « Panne disque », « panne alim »: the part does not matter.
  const isRead = unread.length === 0 || (states.has("repair") && states.size === 1);
  return { states, isUnsure, isRead };
}

const isInService = (status: Status): boolean => status === "in-service" || status === "repair";

/** A status that every school of the convention has: « public », « École publique ». */
const isPublic = /^(?:(?:ecole|etablissement)s? )?publi(?:c|que)s?$/;

/** Returns the state of a machine, cached by text; null when it is unknown, so that the user is asked. */
export const readStatus: (text: string) => Status | null = memoByText((text) => {
  const folded = fold(text);
  if (isPublic.test(folded)) return "in-service";
  if (/\w.*\?/.test(folded)) return null;
  const all = only(statesIn(text));
  if (all !== null) return all;
  // « En service (HS le 12/10) »: the comment must not contradict the state.
  const head = folded.replace(asides, "");
  const status = head === folded ? null : only(statesIn(head));
  if (status === null) return null;
  const { states, isUnsure } = statesIn(folded.slice(head.length));
  const others = [...states];
  if (isUnsure && isInService(status)) return null;
  if (others.every((other) => other === status || other === "in-service")) return status;
  return isInService(status) && others.every(isInService) ? "repair" : null;
});

/** Returns whether a state says that a machine is in service, which « bon état » does not. */
export const saysInService: (text: string) => boolean = memoByText((text) =>
  commonReader.read(text, "state").concepts.some(({ concept }) => concept === "inService"),
);

/** Returns the state of a text; null when it has none or several, or other words make it uncertain. */
function only({ states, isUnsure, isRead }: StatesRead): Status | null {
  const [first] = states;
  return isUnsure || !isRead || states.size !== 1 ? null : first!;
}
