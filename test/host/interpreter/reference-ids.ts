import { HostError, type HostObject } from "../host-object";

/** Objects that the add-in keeps from one request to the next, ranges above all, by the id Excel gave each. */
export class ReferenceIds {
  private readonly kept = new Map<string, HostObject>();
  private given = 0;

  keep(object: HostObject): string {
    this.given += 1;
    const id = `range:${this.given}`;
    this.kept.set(id, object);
    return id;
  }

  find(id: string): HostObject {
    const object = this.kept.get(id);
    if (object === undefined) throw new HostError("InvalidReference", "This reference is no longer valid.");
    return object;
  }

  remove(id: string): void {
    this.kept.delete(id);
  }

  clear(): void {
    this.kept.clear();
  }

  get count(): number {
    return this.kept.size;
  }
}
