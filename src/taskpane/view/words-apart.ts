import type { Language } from "../../messages";
import type { CountedBase, Words } from "../words/words";
import { usePane } from "./pane-context";

type Params = Readonly<Record<string, string | number>>;

/** The words of the pane, with texts that come with a screen. */
export interface WordsApart<Code extends string> {
  readonly words: Words;
  tell(code: Code, params?: Params): string;
  tellCounted(code: CountedBase<Code>, count: number, params?: Params): string;
}

export function useWordsApart<Code extends string>(
  text: (code: Code, params: Params, language: Language) => string,
): WordsApart<Code> {
  const { words } = usePane();
  const tell = (code: Code, params: Params = {}) => text(code, params, words.language);
  return {
    words,
    tell,
    tellCounted: (code, count, params = {}) =>
      tell(`${code}-${words.plural(count)}` as Code, { ...params, count: words.integer(count) }),
  };
}
