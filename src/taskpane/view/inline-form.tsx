import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface InlineFormProps {
  readonly children: ComponentChildren;
  readonly onLeave: () => void;
}

/** A few fields that unfold where they are asked for: the first takes the focus, Escape leaves them. */
export function InlineForm({ children, onLeave }: InlineFormProps) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, input, textarea")?.focus(), []);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    onLeave();
    event.preventDefault();
    // It leaves this form, and not the screen that it is in; nor does Excel take the focus.
    event.stopPropagation();
  };
  return (
    <div class="inline-form" ref={form} onKeyDown={leave}>
      {children}
    </div>
  );
}
