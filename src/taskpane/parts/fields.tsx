import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface SelectFieldProps {
  readonly label: ComponentChildren;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** First line, which chooses nothing. */
  readonly placeholder?: string;
  /** Whether a choice is required and missing. */
  readonly wanted?: boolean;
  readonly children: ComponentChildren;
}

/** Draws a list to choose from; choosing launches nothing. */
export function SelectField({ label, value, onChange, placeholder, wanted = false, children }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={wanted || undefined}
        aria-describedby={wanted ? `${id}-wanted` : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {children}
      </select>
      {wanted && (
        <p id={`${id}-wanted`} class="fault" role="alert">
          {placeholder}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Runs on Enter. */
  readonly onEnter?: () => void;
  /** The fault of its value. */
  readonly fault?: string | null;
  /** Whether it filters a list, and is not saved. */
  readonly isSearch?: boolean;
  /** The default value of a blank field. */
  readonly otherwise?: string;
}

const longest = 200;

export function TextField({
  label,
  value,
  onInput,
  onEnter,
  fault = null,
  isSearch = false,
  otherwise,
}: TextFieldProps) {
  const id = useId();
  const kind = isSearch ? ({ type: "search" } as const) : ({ type: "text", maxLength: longest } as const);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...kind}
        autocomplete="off"
        value={value}
        placeholder={otherwise}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onKeyDown={({ key }) => key === "Enter" && onEnter?.()}
      />
      {fault !== null && (
        <p id={`${id}-fault`} class="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

interface TickFieldProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function TickField({ label, checked, onChange }: TickFieldProps) {
  return (
    <div class="field">
      <label class="check">
        <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        <span>{label}</span>
      </label>
    </div>
  );
}

/** Returns the state of a part that a button unfolds and folds; closing it returns the focus to the button. */
export function useUnfolding() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  const leave = () => {
    close();
    button.current?.focus();
  };
  const onClick = () => (isOpen ? leave() : setOpen(true));
  return { isOpen, close, leave, opener: { "aria-expanded": isOpen, ref: button, onClick } };
}

/** Returns the handler of Escape in a part of a screen, which closes this part only, and keeps the focus. */
export function onEscape(leave: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    leave();
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Returns whether an element is a field of text, where keys type. */
export function isTextField(element: EventTarget | null): boolean {
  return element instanceof HTMLElement && element.matches('input:not([type="radio"], [type="checkbox"]), textarea');
}

interface InlineFormProps {
  readonly children: ComponentChildren;
  readonly onLeave: () => void;
}

/** Draws a few fields that unfold when they are asked for: the first takes the focus, Escape leaves them. */
export function InlineForm({ children, onLeave }: InlineFormProps) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("select, input, textarea")?.focus(), []);
  return (
    <div class="inline-form" ref={form} onKeyDown={onEscape(onLeave)}>
      {children}
    </div>
  );
}
