import { usePane } from "./pane-context";

/** A name or wording that stays French in any language: a prestation, a document. */
export function French({ children }: { readonly children: string }) {
  const { words } = usePane();
  return words.language === "fr" ? <>{children}</> : <span lang="fr">{children}</span>;
}
