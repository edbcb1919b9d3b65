import { createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { conventionMessage, type ConventionCode } from "../../../messages";
import type { Convention } from "../../../tariff";
import { useLazyTexts, usePane, type LazyTexts } from "../../parts/context";
import { checkDraft, placeKey, type FieldFault } from "../check";
import { changed, redone, undone, type Draft, type FieldPlace, type History } from "../draft";
import { fieldName } from "../field-kinds";
import type { ConventionShown } from "../shown";
import { typedIn } from "../typing";

/** The data and the actions of the parts of the screen. */
export interface DraftContext extends LazyTexts<ConventionCode> {
  readonly draft: Draft;
  /** The convention of the draft; null while it has faults. */
  readonly convention: Convention | null;
  readonly faults: readonly FieldFault[];
  /** Index of the member whose fields are shown; null when no member is unfolded. */
  readonly member: number | null;
  showMember(index: number | null): void;
  /** Wording of the prestation whose fields have the focus, as far as is known. */
  readonly price: string | null;
  showPrice(wording: string): void;
  faultAt(place: FieldPlace): FieldFault | null;
  /** Sets the value typed in a field. */
  type(place: FieldPlace, value: unknown): void;
  /** Replaces the draft, as one step to undo. `focus`: the id of the element that takes the focus. */
  change(draft: Draft, focus?: string): void;
  /** Takes the focus to what has an id, once it is drawn. */
  focus(id: string): void;
  undo(): void;
  redo(): void;
}

export const Drafting = createContext<DraftContext | null>(null);

export function useDraft(): DraftContext {
  const drafting = useContext(Drafting);
  if (drafting === null) throw new Error("A part of a convention is drawn inside its screen.");
  return drafting;
}

/** Returns what the parts of the screen of a convention draw from. */
export function useDrafting(shown: ConventionShown): DraftContext {
  const { session } = usePane();
  const texts = useLazyTexts<ConventionCode>(conventionMessage);
  const { history } = shown;
  const { draft } = history;
  const { convention, faults } = useMemo(() => checkDraft(draft), [draft]);
  const byPlace = useMemo(() => new Map(faults.map((fault) => [placeKey(fault), fault])), [faults]);
  const [member, showMember] = useState<number | null>(null);
  const [price, showPrice] = useState<string | null>(null);
  const focus = useFocusOn();
  const goTo = (next: History) =>
    session.dispatch({ type: "convention-changed", convention: { ...shown, history: next } });
  return {
    ...texts,
    draft,
    convention,
    faults,
    member,
    showMember,
    price,
    showPrice,
    faultAt: (place) => byPlace.get(placeKey(place)) ?? null,
    type: (place, value) => goTo(changed(history, typedIn(draft, place, value), place)),
    change: (next, id) => {
      goTo(changed(history, next));
      if (id !== undefined) focus(id);
    },
    focus,
    undo: () => goTo(undone(history)),
    redo: () => goTo(redone(history)),
  };
}

/** Returns what takes the focus to an id, once the screen that has it is drawn. */
function useFocusOn(): (id: string) => void {
  const [asked, ask] = useState<{ readonly id: string } | null>(null);
  useEffect(() => {
    if (asked !== null) document.getElementById(asked.id)?.focus();
  }, [asked]);
  return (id) => ask({ id });
}

/** Takes the focus to the first field that is to be corrected, whose member is unfolded. */
export function goToFirst({ faults, showMember, focus }: DraftContext): void {
  const [first] = faults;
  if (first === undefined) return;
  const [, member] = /^communes\[(\d+)\]/.exec(first.field) ?? [];
  if (first.file === "communes" && member !== undefined) showMember(Number(member));
  focus(placeKey(first));
}

/** Returns the code of what a field is called. */
export function fieldCode(field: string): ConventionCode {
  const name = fieldName(field)
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replaceAll(".", "-");
  return `pane-convention-field-${name}` as ConventionCode;
}
