import type { ComponentChildren } from "preact";

interface FoldProps {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What is unfolded on demand. Its place is said in so many words: Office.js, on the web, has Tab pass over it otherwise. */
export function Fold({ title, children }: FoldProps) {
  return (
    <details>
      <summary tabIndex={0}>{title}</summary>
      {children}
    </details>
  );
}
