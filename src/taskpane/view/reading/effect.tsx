import { useEffect, useState } from "preact/hooks";
import type { Effect } from "../../session/choice-types";
import { useReadingTexts } from "./words";
import type { ReadingTexts } from "./words";

/** How long after the last key an effect is said. */
const quiet = 300;

/** What an answer would change, in so few words that they stand beside it. */
export function effectText(effect: Effect | undefined, { words, t }: ReadingTexts): string {
  if (effect === undefined || effect.kind === "reckoning") return t("pane-say-reckoning");
  return effect.kind === "unknown" ? t("pane-say-unknown") : words.difference(effect.difference);
}

/** What the chosen answer makes of the titre: read out, once one has stopped going from answer to answer. */
export function EffectLine({
  effect,
  chosen,
}: {
  readonly effect: Effect | undefined;
  readonly chosen: string | null;
}) {
  const texts = useReadingTexts();
  const [said, setSaid] = useState("");
  const text = chosen === null ? "" : wholeText(effect, texts);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), quiet);
    return () => clearTimeout(timer);
  }, [text, chosen]);
  return (
    <p class="effect secondary" role="status">
      {chosen === null ? "" : said}
    </p>
  );
}

function wholeText(effect: Effect | undefined, texts: ReadingTexts): string {
  if (effect?.kind !== "reckoned") return effectText(effect, texts);
  const { words, t } = texts;
  const { before, after, difference } = effect;
  return t("pane-say-effect", {
    amount: words.difference(difference),
    before: words.euros(before),
    after: words.euros(after),
  });
}
