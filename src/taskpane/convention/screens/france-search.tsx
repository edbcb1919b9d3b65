import { useState } from "preact/hooks";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { TextField } from "../../parts/fields";
import { itemsAt, withItems, type FieldPlace } from "../draft";
import { kindOf } from "../field-kinds";
import { France, type Found, type FrenchCommune } from "../france";
import { useDraft } from "./draft-context";

const members: FieldPlace = { file: "communes", field: "communes" };

/** The most results drawn: the user types more of the name to see others. */
const mostShown = 8;

/**
 * Draws a search among the communes and the EPCI of France, whose list is loaded on first use; the chosen one is added.
 */
export function FranceSearch() {
  const { session } = usePane();
  const { draft, change, t } = useDraft();
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const [list, setList] = useState<France | "loading" | "failed" | null>(null);
  const [addedText, setAddedText] = useState("");
  const search = (typed: string) => {
    setText(typed);
    setAddedText("");
    if (list !== null && list !== "failed") return;
    setList("loading");
    session.environment.communesOfFrance().then(
      (data) => setList(new France(data)),
      () => setList("failed"),
    );
  };
  const found = list instanceof France ? list.search(text) : [];
  const add = (communes: readonly FrenchCommune[]) => {
    const known = new Set(itemsAt(draft, members).map((member) => keyOf(member as FrenchCommune)));
    const added = communes.filter((commune) => !known.has(keyOf(commune)));
    setAddedText(t("pane-convention-added", { count: added.length }));
    if (added.length === 0) return;
    const since = kindOf("communes.from").read(from);
    const items = added.map((commune) => ({ ...commune, ...(since !== undefined && { from: since }) }));
    change(withItems(draft, members, items));
  };
  const results = t("pane-convention-search-found", {
    count: found.length,
    ...(found.length > mostShown && { shown: mostShown }),
  });
  return (
    <div class="field-row france">
      <TextField label={t("pane-convention-search")} value={text} onInput={search} isSearch />
      <TextField label={t("pane-convention-search-from")} value={from} onInput={setFrom} />
      <p role="status" class="secondary">
        {list === "loading" && t("pane-convention-search-loading")}
        {list === "failed" && t("pane-convention-search-failed")}
        {list instanceof France && text.trim() !== "" && (addedText === "" ? results : addedText)}
      </p>
      {found.length > 0 && (
        <ul class="found">
          {found.slice(0, mostShown).map((one, index) => (
            <FoundItem key={index} found={one} onAdd={add} />
          ))}
        </ul>
      )}
      {list instanceof France && <p class="secondary">{t("pane-convention-search-date")}</p>}
    </div>
  );
}

function keyOf({ insee, siren }: FrenchCommune): string {
  return `${insee} ${siren}`;
}

interface FoundItemProps {
  readonly found: Found;
  readonly onAdd: (communes: readonly FrenchCommune[]) => void;
}

function FoundItem({ found, onAdd }: FoundItemProps) {
  const { t } = useDraft();
  const [label, communes] =
    "epci" in found
      ? [t("pane-convention-search-add-all", { name: found.epci, count: found.communes.length }), found.communes]
      : [t("pane-convention-search-add", { ...found.commune }), [found.commune]];
  return (
    <li>
      <Button link onClick={() => onAdd(communes)}>
        {label}
      </Button>
    </li>
  );
}
