import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { OwnWords, Speech } from "../../messages";
import type { Session } from "../operations/session";
import { nounsOf, type PaneState } from "../state/state";
import type { CountedBase, Words } from "../texts/words";

/** The data and the actions of every screen. */
interface PaneContext {
  readonly session: Session;
  readonly state: PaneState;
  readonly words: Words;
}

export const Context = createContext<PaneContext | null>(null);

export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (pane === null) throw new Error("A screen is drawn inside the pane.");
  return pane;
}

/** Returns the words in the nouns of the convention that was read. */
export function useWordsOf(state: PaneState, words: Words): Words {
  const nouns = nounsOf(state);
  return useMemo(() => words.withNouns(nouns), [words, nouns]);
}

type Params = Readonly<Record<string, string | number>>;

/** The words of the pane, with texts that come with a screen. */
export interface LazyTexts<Code extends string> {
  readonly words: Words;
  t(code: Code, params?: Params): string;
  tCount(code: CountedBase<Code>, count: number, params?: Params): string;
}

export function useLazyTexts<Code extends string>(
  text: (code: Code, params: Params, speech: Speech, own: OwnWords | null) => string,
): LazyTexts<Code> {
  const { words } = usePane();
  const t = (code: Code, params: Params = {}) => text(code, params, words.speech, words.own);
  return {
    words,
    t,
    tCount: (code, count, params = {}) =>
      t(`${code}-${words.plural(count)}` as Code, { ...params, count: words.integer(count) }),
  };
}
