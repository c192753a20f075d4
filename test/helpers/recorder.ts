/** A receiver for the fault list: it writes down what it takes, and misbehaves as told, request by request. Source: security 3.3. */
import type { ServerResponse } from 'node:http';
import { type Answer, answers, openReceiver } from './receiver.ts';

/** An event as the recorder took it. */
export interface Receipt {
  id: string;
  lane: string;
  seq: number;
}

/** One answer; `takes` says whether the receiver has taken the event by then. */
export interface Behaviour {
  takes: boolean;
  answer: Answer;
}

export interface Recorder {
  readonly url: string;
  /** What it took, in order. */
  readonly receipts: Receipt[];
  /** How many requests came, taken or not. */
  requests(): number;
  /** From now on behaves so: `nth` counts the requests with this id, from 1. */
  behave(choose: (receipt: Receipt, nth: number) => Behaviour): void;
  /** Resolves when so many requests have come. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export const ok: Behaviour = { takes: true, answer: answers.status(200) };

/** Takes everything until told otherwise. Events are JSON with `lane` and `seq`, and have their id in a header. */
export async function openRecorder(port = 0): Promise<Recorder> {
  const receiver = await openReceiver(port);
  const receipts: Receipt[] = [];
  const seen = new Map<string, number>();
  let choose: (receipt: Receipt, nth: number) => Behaviour = () => ok;
  receiver.answer((res: ServerResponse) => {
    const { body, headers } = receiver.received.at(-1)!;
    const { lane, seq } = JSON.parse(body) as Pick<Receipt, 'lane' | 'seq'>;
    const receipt = { id: String(headers['x-kakao-resource-id']), lane, seq };
    const nth = (seen.get(receipt.id) ?? 0) + 1;
    seen.set(receipt.id, nth);
    const { takes, answer } = choose(receipt, nth);
    if (takes) receipts.push(receipt);
    answer(res);
  });
  return {
    url: receiver.url,
    receipts,
    requests: () => receiver.received.length,
    behave(next) {
      choose = next;
    },
    arrived: (count) => receiver.arrived(count),
    close: () => receiver.close(),
  };
}
