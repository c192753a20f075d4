import type { coverage as ko } from '../ko/coverage.ts';

export const coverage: Record<keyof typeof ko, string> = {
  'coverage.title': 'Coverage of Kakao’s contract',
  'coverage.lead':
    'Kakao’s contract item by item: whether the simulator does as Kakao does, does it a little differently, or not at all. Made from the code and from the contract.',
  'coverage.summary': 'How many items',
  'coverage.all': 'All',
  'coverage.contents': 'Contents',
  'coverage.nothing': 'No item is in this state.',

  'coverage.simulated': 'Simulated',
  'coverage.simulated.says': 'As Kakao does it.',
  'coverage.approximated': 'Approximated',
  'coverage.approximated.says': 'With the difference that its note tells.',
  'coverage.left-out': 'Left out',
  'coverage.left-out.says': 'For the reason that its note tells.',
  'coverage.addition': 'Addition',
  'coverage.addition.says': 'The simulator has it, Kakao does not.',

  'coverage.sources': 'Source',
  'coverage.doc': 'Read in Kakao’s documentation.',
  'coverage.seed': 'Read in the Kakao Sync application guide of 2019.',
  'coverage.sdk': 'Read in an SDK or in a real integration.',
  'coverage.recall': 'From memory only: it may be wrong.',

  'coverage.name': 'Item',
  'coverage.standing': 'State',
  'coverage.note': 'Note',
  'coverage.call': 'Call',
  'coverage.parameters': 'Parameters',
  'coverage.fields': 'Response fields',
  'coverage.errors': 'Errors',
  'coverage.rows': 'Items',
};
