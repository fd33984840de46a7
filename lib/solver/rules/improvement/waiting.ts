/** Requests without a slot, any of which can be drawn, added and removed in one step. */
export class Waiting {
  private readonly list: Int32Array;
  private readonly placeOf: Int32Array;
  size = 0;

  constructor(
    slotOf: Int32Array,
    private readonly isCandidate: (request: number) => boolean,
  ) {
    this.list = new Int32Array(slotOf.length);
    this.placeOf = new Int32Array(slotOf.length).fill(-1);
    for (let request = 0; request < slotOf.length; request++) this.note(request, slotOf[request] as number);
  }

  at(place: number): number {
    return this.list[place] as number;
  }

  /** Takes in or leaves out a request by the slot it has now. */
  note(request: number, slot: number): void {
    const place = this.placeOf[request] as number;
    if (slot === -1 && place === -1 && this.isCandidate(request)) {
      this.placeOf[request] = this.size;
      this.list[this.size++] = request;
    } else if (slot !== -1 && place !== -1) {
      const last = this.list[--this.size] as number;
      this.list[place] = last;
      this.placeOf[last] = place;
      this.placeOf[request] = -1;
    }
  }
}
