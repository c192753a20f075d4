/** Every rule of sync that can be broken, for those who translate them. Each stands beside the verb that it guards. */
export { AlreadyConnected, NoProfileChosen, NotBiz, NotCertified, OtherBusiness, TooManyProfiles } from './connect.ts';
export { ChannelNotConnected, DeskOnly } from './desk.ts';
export { NotConnected, StaleDraft } from './draft.ts';
export { ItemNotApproved, NeverBack, NoProfileToTell, StateNotApproved } from './items.ts';
export {
  CollectionReasonMissing,
  CollectionReasonTooLong,
  ItemAlreadyApproved,
  ItemTwice,
  NoItems,
  NoReviewNeeded,
  NothingChosen,
  PrivacyUrlRefused,
} from './problems.ts';
export { TermsNotApproved } from './signup.ts';
