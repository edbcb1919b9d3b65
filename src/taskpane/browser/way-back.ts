import { useRef } from "preact/hooks";

/** What a question does of the focus, which its buttons take and lose as they go. */
interface WayBack {
  readonly onFocusIn: (event: FocusEvent) => void;
  /** Takes the focus back to where it was; to the button that opens files where that is gone. */
  readonly goBack: () => void;
}

/** Remembers where the focus was as a question about files comes, or as somebody goes into it. */
export function useWayBack(): WayBack {
  const before = useRef<Element | null>(document.activeElement);
  const onFocusIn = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isInside = (currentTarget as Element).contains(relatedTarget as Element | null);
    if (relatedTarget !== null && !isInside) before.current = relatedTarget as Element;
  };
  const goBack = () => {
    const { current } = before;
    const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
    (isThere ? current : document.querySelector<HTMLElement>("#files"))?.focus();
  };
  return { onFocusIn, goBack };
}
