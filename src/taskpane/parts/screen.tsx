import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

interface ScreenProps {
  readonly title: ComponentChildren;
  /** Said at once by screen readers: something went wrong. */
  readonly alert?: boolean;
  /** The way back out of a detail, above the title. */
  readonly back?: ComponentChildren;
  /** One primary button first, then the others. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** What follows and is no part of the alert. */
  readonly more?: ComponentChildren;
}

/** A screen: its title, its content, and its buttons, which stay in view below. */
export function Screen({ title, alert = false, back, actions, children, more }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button pressed went with the screen before: its focus goes on from the title.
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
      {actions !== undefined && <div class="actions">{actions}</div>}
    </>
  );
}

interface ProgressBarProps {
  readonly label: string;
  readonly text: string;
  /** Of `total`; without it the end is not known. */
  readonly done?: number;
  readonly total?: number;
  /** What is being done: said aloud as it changes. */
  readonly stage?: string;
}

/** Sheets between two announcements: each of sixty would never let a screen reader finish. */
const announcedEvery = 10;

/** A bar, its text seen and said; aloud, only from time to time. */
export function ProgressBar({ label, text, done, total, stage = "" }: ProgressBarProps) {
  const moment = done === undefined ? text : `${stage} ${Math.floor(done / announcedEvery)}`;
  const [aloud, setAloud] = useState(text);
  // The text of the moment is the one to say: later ones wait for the next tens, or stage.
  useEffect(() => setAloud(text), [moment]);
  const known = done !== undefined && total !== undefined && total > 0;
  return (
    <div class="progress">
      <progress
        aria-label={label}
        aria-valuetext={text}
        {...(known ? { value: Math.min(done, total), max: total } : {})}
      />
      <p aria-hidden="true">{text}</p>
      <p class="unseen" role="status">
        {aloud}
      </p>
    </div>
  );
}
