import { useEffect, useMemo, useRef } from "preact/hooks";
import type { BrowserCode } from "../../messages";
import { StyleRules } from "./grid/style-rules";
import type { ChosenCell } from "./view";

interface SheetTabsProps {
  readonly chosen: ChosenCell;
  /** RRGGBB, by the name of their sheet. */
  readonly colours: ReadonlyMap<string, string>;
  readonly say: (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;
  readonly onShow: (name: string) => void;
  readonly onChange: () => void;
}

/** One tab a sheet, in the order and the colour of the file, documents told from the user's own by their mark. */
export function SheetTabs({ chosen, colours, say, onShow, onChange }: SheetTabsProps) {
  const rules = useMemo(() => new StyleRules(".sheet-tabs"), []);
  useEffect(() => () => rules.stop(), [rules]);
  const current = useRef<HTMLButtonElement>(null);
  const shown = chosen.sheet?.name;
  useEffect(() => current.current?.scrollIntoView({ block: "nearest", inline: "nearest" }), [shown]);
  const showHidden = () => {
    chosen.showsHidden = !chosen.showsHidden;
    onChange();
  };
  return (
    <nav class="sheet-tabs" aria-label={say("browser-sheets")}>
      <ul>
        {chosen.tabs().map(({ name, generatedKey, visibility }) => {
          const colour = colours.get(name);
          const tint = colour === undefined ? "" : rules.classOf(`--tab: #${colour}`);
          return (
            <li key={name}>
              <button
                type="button"
                class={["sheet-tab", generatedKey !== null && "ours", tint !== "" && `tinted ${tint}`]
                  .filter(Boolean)
                  .join(" ")}
                aria-current={name === shown ? "page" : undefined}
                ref={name === shown ? current : null}
                onClick={() => onShow(name)}
              >
                {visibility === "visible" ? name : say("browser-sheet-hidden", { sheet: name })}
              </button>
            </li>
          );
        })}
        {chosen.hiddenCount > 0 && (
          <li>
            <button type="button" class="sheet-tab" aria-pressed={chosen.showsHidden} onClick={showHidden}>
              {say("browser-hidden-sheets", { count: chosen.hiddenCount })}
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
