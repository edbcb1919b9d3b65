import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Anomaly, Severity } from "../../messages";
import { isForSupport, supportLines, type Stopped } from "../texts/support";
import { placeText } from "../texts/words";
import { previewOf } from "../state/state";
import { usePane } from "./context";

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly primary?: boolean;
  /** Its accessible name, when the visible text is too short; it contains that text. */
  readonly name?: string;
  readonly link?: boolean;
  readonly lang?: string | undefined;
}

export function Button({ onClick, children, primary = false, link = false, name, lang }: ButtonProps) {
  const look = link ? "link" : primary ? "button primary" : "button";
  return (
    <button type="button" class={look} onClick={onClick} aria-label={name} lang={lang}>
      {children}
    </button>
  );
}

interface CellLinkProps {
  readonly sheet: string;
  readonly cell: string;
  /** The file of the disk that it is in; null or absent: the workbook that is open. */
  readonly otherFile?: string | null;
  /** Shows only the cell, when its sheet is obvious. */
  readonly short?: boolean;
}

/**
 * Draws a cell of the workbook: pressing it selects the cell. One of another file is only named, since Excel cannot go
 * there.
 */
export function CellLink({ sheet, cell, otherFile = null, short = false }: CellLinkProps) {
  const { session, words } = usePane();
  const shown = short ? cell : placeText(sheet, cell, otherFile, words);
  if (otherFile !== null) return <span class="place">{shown}</span>;
  const colon = words.language === "fr" ? "\u00a0: " : ": ";
  return (
    <button
      type="button"
      class="link place"
      aria-label={shown + colon + words.say("pane-act-goto", { cell })}
      onClick={() => void session.run.selectCell(sheet, cell)}
    >
      {shown}
    </button>
  );
}

interface FoldProps {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  /** Something inside was asked for. */
  readonly open?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
}

/**
 * Draws an element that unfolds on demand. Its `tabIndex` is explicit: on the web, Office.js makes Tab skip it
 * otherwise.
 */
export function Fold({ title, children, open = false, onToggle }: FoldProps) {
  return (
    <details open={open || undefined} onToggle={({ currentTarget }) => onToggle?.(currentTarget.open)}>
      <summary tabIndex={0}>{title}</summary>
      {children}
    </details>
  );
}

/** Draws a name or wording that stays French in any language: a prestation, a document. */
export function French({ children }: { readonly children: string }) {
  const { words } = usePane();
  return words.language === "fr" ? <>{children}</> : <span lang="fr">{children}</span>;
}

/** Draws the refusals that prevent everything else, each at its cell. */
export function Refusals({ anomalies }: { readonly anomalies: readonly Anomaly[] }) {
  const { words } = usePane();
  return (
    <ul class="refusals">
      {anomalies.map((anomaly, index) => (
        <li key={index}>
          {words.anomaly(anomaly)}
          {anomaly.sheet !== null && anomaly.cell !== null && (
            <p>
              <CellLink sheet={anomaly.sheet} cell={anomaly.cell} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The label and the action of a button. */
export interface Action {
  readonly label: string;
  readonly onPress: () => void;
  /** Whether it is no primary action, although it comes first. */
  readonly isMinor?: boolean;
}

interface ScreenProps {
  readonly title: ComponentChildren;
  /** Whether screen readers announce it at once, because something went wrong. */
  readonly alert?: boolean;
  /** The way back out of a detail, above the title. */
  readonly back?: ComponentChildren;
  /** The buttons, the primary one first; `false` is left out. */
  readonly buttons?: readonly (Action | false)[];
  /** Other content in place of `buttons`. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Content after the alert and outside it. */
  readonly more?: ComponentChildren;
}

/** Draws a screen: its title, its content, and its buttons, which stay in view below. */
export function Screen({ title, alert = false, back, buttons, actions, children, more }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed left with the former screen: the focus moves to the title.
  useEffect(() => {
    if (document.activeElement === document.body && document.hasFocus()) heading.current?.focus();
  }, []);
  const whole = (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  );
  return (
    <>
      <div class="content">
        {back}
        {alert ? <div role="alert">{whole}</div> : whole}
        {more}
      </div>
      {buttons !== undefined && (
        <div class="actions">
          {buttons
            .filter((action) => action !== false)
            .map(({ label, onPress, isMinor }, index) => (
              <Button key={index} primary={index === 0 && !isMinor} onClick={onPress}>
                {label}
              </Button>
            ))}
        </div>
      )}
      {actions !== undefined && <div class="actions">{actions}</div>}
    </>
  );
}

/** Draws the way back from the screen open over the steps, above its title. */
export function Back() {
  const { session, words } = usePane();
  return (
    <button type="button" class="back" onClick={() => session.dispatch({ type: "closed" })}>
      <span aria-hidden="true">‹ </span>
      {words.say("pane-act-back")}
    </button>
  );
}

interface WarningProps {
  readonly children: ComponentChildren;
  readonly role?: "status";
}

/** Draws a warning: a shape beside the words, never the colour alone. */
export function Warning({ children, role }: WarningProps) {
  return (
    <p class="warning" role={role}>
      <span aria-hidden="true">▲ </span>
      {children}
    </p>
  );
}

/** A shape beside the word of a severity: never the colour alone. */
export const severityShapes: Readonly<Record<Severity, string>> = { error: "■", warning: "▲", info: "●" };

interface FiltersProps {
  /** The accessible name of the filters. */
  readonly name: string;
  readonly filters: readonly {
    readonly label: string;
    readonly isOn: boolean;
    readonly onPress: () => void;
  }[];
}

/** Draws the filters of a list, one of which is on. */
export function Filters({ name, filters }: FiltersProps) {
  return (
    <div class="filters" role="group" aria-label={name}>
      {filters.map(({ label, isOn, onPress }, index) => (
        <button key={index} type="button" class="filter" aria-pressed={isOn} onClick={onPress}>
          {label}
        </button>
      ))}
    </div>
  );
}

interface MoverProps {
  /** The accessible name of the list. */
  readonly name: string;
  readonly previous: string;
  readonly next: string;
  /** The current position. */
  readonly place: string;
  readonly onMove: (direction: 1 | -1) => void;
  /** Content after the arrows. */
  readonly children?: ComponentChildren;
}

/** Draws « 3 sur 8 » between two arrows. */
export function Mover({ name, previous, next, place, onMove, children }: MoverProps) {
  return (
    <div class="mover" role="group" aria-label={name}>
      <button type="button" class="arrow" aria-label={previous} onClick={() => onMove(-1)}>
        ‹
      </button>
      <span>{place}</span>
      <button type="button" class="arrow" aria-label={next} onClick={() => onMove(1)}>
        ›
      </button>
      {children}
    </div>
  );
}

/** Draws « Copier le détail pour l'assistance », when someone else may have to examine the problem. */
export function CopyDetail(stopped: Stopped) {
  const { session, state, words } = usePane();
  if (!isForSupport(stopped.anomaly)) return null;
  const lines = () => supportLines(stopped, previewOf(state)?.plan.sheets ?? [], words);
  return (
    <p>
      <Button link onClick={() => void session.run.copyDetail(lines())}>
        {words.say("pane-act-copy-detail")}
      </Button>
    </p>
  );
}
