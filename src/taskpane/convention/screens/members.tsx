import { Button } from "../../parts/elements";
import { placeKey } from "../check";
import { itemsAt, valueAt, withItems, withoutItem, type FieldPlace } from "../draft";
import { kindOf } from "../field-kinds";
import { membersPasted } from "../members-pasted";
import { memberFields } from "../sections";
import { emptyMember } from "../starts";
import { useDraft } from "./draft-context";
import { DraftField, FaultText } from "./fields";
import { FranceSearch } from "./france-search";
import { PasteForm } from "./paste-form";

const membersPlace: FieldPlace = { file: "communes", field: "communes" };

/**
 * Draws the members: each by its name, with its fields below when it is unfolded. Members are added from a list of
 * France or by typing.
 */
export function Members() {
  const { draft, change, faultAt, showMember, t } = useDraft();
  const fault = faultAt(membersPlace);
  const count = itemsAt(draft, membersPlace).length;
  const addOne = () => {
    change(withItems(draft, membersPlace, [emptyMember]), placeKey(memberPlace(count, "name")));
    showMember(count);
  };
  return (
    <section class="card">
      <h2>{t("pane-convention-members", { count })}</h2>
      {fault !== null && <FaultText fault={fault} />}
      <FranceSearch />
      {count > 0 && <p class="secondary">{t("pane-convention-members-note")}</p>}
      <ul class="members">
        {Array.from({ length: count }, (_, index) => (
          <MemberItem key={index} index={index} count={count} />
        ))}
      </ul>
      <p class="buttons">
        <Button link onClick={addOne}>
          {t("pane-convention-member-add")}
        </Button>
      </p>
      <PasteForm
        about="members"
        hint={t("pane-convention-paste-members-hint")}
        read={membersPasted}
        onAdd={(items) => change(withItems(draft, membersPlace, items), memberId(count))}
      />
    </section>
  );
}

function memberPlace(index: number, field: string): FieldPlace {
  return { ...membersPlace, field: `communes[${index}].${field}` };
}

function memberId(index: number): string {
  return placeKey({ ...membersPlace, field: `communes[${index}]` });
}

interface MemberItemProps {
  readonly index: number;
  readonly count: number;
}

/** Draws a member: its name and its days, and its fields when it is unfolded. */
function MemberItem({ index, count }: MemberItemProps) {
  const { draft, change, faults, member, showMember, t } = useDraft();
  const isOpen = member === index;
  const textOf = (field: string) => kindOf(`communes.${field}`).show(valueAt(draft, memberPlace(index, field)));
  const name = textOf("name") || t("pane-convention-member-untitled");
  const isFaulty = faults.some(({ file, field }) => file === "communes" && field.startsWith(`communes[${index}].`));
  const remove = () => {
    showMember(null);
    change(withoutItem(draft, membersPlace, index), memberId(Math.max(0, Math.min(index, count - 2))));
  };
  return (
    <li class={isOpen ? "open" : undefined}>
      <button
        type="button"
        class="filter"
        id={memberId(index)}
        aria-expanded={isOpen}
        title={t("pane-convention-member-edit", { name })}
        onClick={() => showMember(isOpen ? null : index)}
      >
        {name}
        {textOf("from") !== "" && (
          <span class="parts"> {t("pane-convention-member-from", { from: textOf("from") })}</span>
        )}
        {textOf("to") !== "" && <span class="parts"> {t("pane-convention-member-to", { to: textOf("to") })}</span>}
        {isFaulty && (
          <span class="fault">
            {" "}
            <span aria-hidden="true">■ </span>
            {t("pane-convention-member-faulty")}
          </span>
        )}
      </button>
      {isOpen && (
        <div class="member-fields">
          {memberFields.map((field) => (
            <DraftField key={field} place={memberPlace(index, field)} />
          ))}
          <Button link name={t("pane-convention-row-remove-name", { name })} onClick={remove}>
            {t("pane-convention-row-remove")}
          </Button>
        </div>
      )}
    </li>
  );
}
