import { Fragment } from "preact";
import type { CellPlace } from "../../../explain";
import { CellLink } from "../cell-link";

/** Cells one after the other, each leading to itself; what parts them stays with the one before. */
export function CellLinks({
  places,
  between = ",",
}: {
  readonly places: readonly CellPlace[];
  readonly between?: string;
}) {
  return (
    <>
      {places.map((place, index) => (
        <Fragment key={index}>
          <span class="together">
            <CellLink {...place} />
            {index < places.length - 1 && between}
          </span>{" "}
        </Fragment>
      ))}
    </>
  );
}
