import type { Words } from "../words/words";

/** Why there is no pane to show. */
export type Unusable =
  | { readonly kind: "outside" }
  | { readonly kind: "old"; readonly version: string }
  | { readonly kind: "start-failed"; readonly reason: string };

interface UnusableProps {
  readonly why: Unusable;
  readonly words: Words;
}

/** The only screen where nothing of the pane can work. */
export function UnusableScreen({ why, words }: UnusableProps) {
  const params =
    why.kind === "old" ? { version: why.version } : why.kind === "start-failed" ? { reason: why.reason } : {};
  return (
    <main>
      <div class="content" role="alert">
        <h1>{words.say(`pane-${why.kind}-title`)}</h1>
        <p>{words.say(`pane-${why.kind}-text`, params)}</p>
      </div>
      {why.kind === "start-failed" && (
        <div class="actions">
          <a class="button primary" href="">
            {words.say("pane-act-retry")}
          </a>
        </div>
      )}
    </main>
  );
}
