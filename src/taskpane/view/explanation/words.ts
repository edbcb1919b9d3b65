import { explainMessage } from "../../../messages";
import type { ExplainCode } from "../../../messages";
import type { CountedBase, Words } from "../../words/words";
import { usePane } from "../pane-context";

type Params = Readonly<Record<string, string | number>>;

/** The words of the pane, with those of « Explication », which come with it. */
export interface ExplainWords {
  readonly words: Words;
  tell(code: ExplainCode, params?: Params): string;
  tellCounted(code: CountedBase<ExplainCode>, count: number): string;
}

export function useExplainWords(): ExplainWords {
  const { words } = usePane();
  const tell = (code: ExplainCode, params: Params = {}) => explainMessage(code, params, words.language);
  return {
    words,
    tell,
    tellCounted: (code, count) => tell(`${code}-${words.plural(count)}`, { count: words.integer(count) }),
  };
}
