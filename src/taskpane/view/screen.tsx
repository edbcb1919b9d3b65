import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

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
