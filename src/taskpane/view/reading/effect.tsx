import { useEffect, useState } from "preact/hooks";
import type { Effect } from "../../session/choice-types";
import { useReadingWords } from "./words";
import type { ReadingWords } from "./words";

/** How long after the last key an effect is said. */
const quiet = 300;

/** What an answer would change, in so few words that they stand beside it. */
export function effectText(effect: Effect | undefined, { words, tell }: ReadingWords): string {
  if (effect === undefined || effect.kind === "reckoning") return tell("pane-say-reckoning");
  return effect.kind === "unknown" ? tell("pane-say-unknown") : words.difference(effect.difference);
}

/** What the chosen answer makes of the titre: read out, once one has stopped going from answer to answer. */
export function EffectLine({
  effect,
  chosen,
}: {
  readonly effect: Effect | undefined;
  readonly chosen: string | null;
}) {
  const apart = useReadingWords();
  const [said, setSaid] = useState("");
  const text = chosen === null ? "" : wholeText(effect, apart);
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

function wholeText(effect: Effect | undefined, apart: ReadingWords): string {
  if (effect?.kind !== "reckoned") return effectText(effect, apart);
  const { words, tell } = apart;
  const { before, after, difference } = effect;
  return tell("pane-say-effect", {
    amount: words.difference(difference),
    before: words.euros(before),
    after: words.euros(after),
  });
}
