import { analysisMessage } from "../../../messages";
import type { AnalysisCode } from "../../../messages";
import type { CountedBase, Words } from "../../words/words";
import { usePane } from "../pane-context";

type Params = Readonly<Record<string, string | number>>;

/** The words of the pane, with those of « Comparer », « Simuler » and « Rectifier », which come with these screens. */
export interface AnalysisWords {
  readonly words: Words;
  tell(code: AnalysisCode, params?: Params): string;
  tellCounted(code: CountedBase<AnalysisCode>, count: number, params?: Params): string;
}

export function useAnalysisWords(): AnalysisWords {
  const { words } = usePane();
  const tell = (code: AnalysisCode, params: Params = {}) => analysisMessage(code, params, words.language);
  return {
    words,
    tell,
    tellCounted: (code, count, params = {}) =>
      tell(`${code}-${words.plural(count)}` as AnalysisCode, { ...params, count: words.integer(count) }),
  };
}
