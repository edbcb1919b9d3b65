import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { StyleRules } from "./grid/cell-look";
import { follow } from "./grid/pointer";

/** Percents of the page that the pane may take, and those that an arrow adds to it. */
const [least, most, step] = [20, 70, 2];

/**
 * Draws the divider between the sheets and the pane, which changes their widths: by dragging, by arrow keys, Home and
 * End; a double press restores the width of the pane.
 */
export function PaneDivider({ name }: { readonly name: string }) {
  const bar = useRef<HTMLDivElement>(null);
  const rules = useMemo(() => new StyleRules(".beside"), []);
  /** Percents of the page. */
  const [width, setWidth] = useState(least);
  const see = () => setWidth(Math.round((1 - bar.current!.getBoundingClientRect().right / innerWidth) * 100));
  useEffect(() => {
    see();
    return () => rules.stop();
  }, [rules]);
  /** Sets the width of the pane; null for that of the style sheet. */
  const widen = (wanted: number | null) => {
    const within = wanted === null ? null : Math.min(Math.max(wanted, least), most);
    rules.set("pane-width", within === null ? "" : `width: ${within.toFixed(2)}vw`);
    see();
  };
  const press = (key: string): boolean => {
    const widths = new Map([
      ["ArrowLeft", width + step],
      ["ArrowRight", width - step],
      ["Home", most],
      ["End", least],
    ]);
    const wanted = widths.get(key);
    if (wanted !== undefined) widen(wanted);
    return wanted !== undefined;
  };
  return (
    <div
      ref={bar}
      class="pane-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={name}
      aria-controls="pane"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      onKeyDown={(event) => press(event.key) && event.preventDefault()}
      onDblClick={() => widen(null)}
      onMouseDown={(event) => {
        event.preventDefault();
        follow(({ clientX }) => widen((1 - clientX / innerWidth) * 100));
      }}
    />
  );
}
