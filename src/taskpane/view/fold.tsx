import type { ComponentChildren } from "preact";

interface FoldProps {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  /** Something inside was asked for. */
  readonly open?: boolean;
}

/** What is unfolded on demand. Its place is said in so many words: Office.js, on the web, has Tab pass over it otherwise. */
export function Fold({ title, children, open = false }: FoldProps) {
  return (
    <details open={open || undefined}>
      <summary tabIndex={0}>{title}</summary>
      {children}
    </details>
  );
}
