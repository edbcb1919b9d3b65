import type { Language } from "../../messages";
import type { CountedBase, Words } from "../words/words";
import { usePane } from "./pane-context";

type Params = Readonly<Record<string, string | number>>;

/** The words of the pane, with texts that come with a screen. */
export interface LazyTexts<Code extends string> {
  readonly words: Words;
  t(code: Code, params?: Params): string;
  tCount(code: CountedBase<Code>, count: number, params?: Params): string;
}

export function useLazyTexts<Code extends string>(
  text: (code: Code, params: Params, language: Language) => string,
): LazyTexts<Code> {
  const { words } = usePane();
  const t = (code: Code, params: Params = {}) => text(code, params, words.language);
  return {
    words,
    t,
    tCount: (code, count, params = {}) =>
      t(`${code}-${words.plural(count)}` as Code, { ...params, count: words.integer(count) }),
  };
}
