import { useEffect, useState } from "preact/hooks";

interface ProgressBarProps {
  readonly label: string;
  readonly text: string;
  /** The part of `total` that is done; absent when the end is unknown. */
  readonly done?: number;
  readonly total?: number;
  /** The current stage, announced when it changes. */
  readonly stage?: string;
}

/** Sheets between two announcements: each of sixty would never let a screen reader finish. */
const announcedEvery = 10;

/** Draws a bar with its text, which is announced only from time to time. */
export function ProgressBar({ label, text, done, total, stage = "" }: ProgressBarProps) {
  const moment = done === undefined ? text : `${stage} ${Math.floor(done / announcedEvery)}`;
  const [aloud, setAloud] = useState(text);
  // The text at this moment is announced: later ones wait for the next tens, or stage.
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
