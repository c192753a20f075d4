import type { operator as ko } from '../ko/operator.ts';

export const operator: Record<keyof typeof ko, string> = {
  'operator.title': 'Simulator desk',
  'operator.lead': 'Pages that only the simulator has; there is nothing like them at Kakao.',
  'operator.coverage': 'What of Kakao’s contract is the same here, what differs, and what is left out.',
  'operator.journeys': 'Every login as one timeline, request by request.',
  'operator.deliveries': 'Every callback that was sent to an app, and what the app answered.',
  'operator.endpoints': 'Where callbacks go and how; trouble on demand.',
  'operator.triggers': 'A channel that is added, a link that ends: sent whenever you want.',
};
