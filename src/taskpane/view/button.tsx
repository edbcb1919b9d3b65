import type { ComponentChildren } from "preact";

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly primary?: boolean;
  /** Its name for screen readers, where what is seen is too short; it contains what is seen. */
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
