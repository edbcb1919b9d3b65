import { StyleRules } from "./grid/cell-look";

/** Pixels between a bar and what takes the focus beside it. */
const gap = 8;

/**
 * Keeps what takes the focus in the pane between its two bars, whose heights follow their texts; returns the function that
 * stops it.
 */
export function keepBetweenBars(pane: HTMLElement): () => void {
  const rules = new StyleRules(".beside");
  const [header, main] = [pane.querySelector("header")!, pane.querySelector("main")!];
  // The bar below is that of a screen: another screen changes what is above it too.
  const sizes = new ResizeObserver(() => {
    const above = header.offsetHeight + parseFloat(getComputedStyle(header).top);
    const below = pane.querySelector<HTMLElement>(".actions")?.offsetHeight ?? 0;
    rules.set("pane-width", `scroll-padding-block: ${above + gap}px ${below + gap}px`);
  });
  for (const part of [header, main]) sizes.observe(part);
  return () => {
    sizes.disconnect();
    rules.stop();
  };
}
