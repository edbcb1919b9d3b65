import type { AmountChange } from "../../session/documents-types";
import { ChangeLine } from "../changes";
import { ChangeHead } from "./change-head";
import { useAnalysisTexts } from "./words";

interface AmountTableProps {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly amounts: Readonly<Record<"cagb" | "due" | "total", AmountChange>>;
}

/** The titre's two parts and its total, before and after. */
export function AmountTable({ caption, before, after, amounts: { cagb, due, total } }: AmountTableProps) {
  const { words, t } = useAnalysisTexts();
  return (
    <table class="money">
      <caption class="unseen">{caption}</caption>
      <ChangeHead first={t("pane-analysis-part")} before={before} after={after} />
      <tbody>
        <ChangeLine name={words.say("pane-money-cagb")} change={cagb} />
        <ChangeLine name={words.say("pane-money-communes")} change={due} />
        <ChangeLine name={words.say("pane-money-total")} change={total} isTotal />
      </tbody>
    </table>
  );
}
