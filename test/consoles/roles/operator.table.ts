/**
 * `/_sim`: every route. In local mode anybody gets there; in shared mode operators alone do, and everybody else gets `sign-in` (401 as a program).
 * Read by operators.test.ts: a route without a row fails it, and so does a row without a route.
 */
export const OPERATOR = `
GET       /_sim
GET,POST  /_sim/clock/advances
GET,POST  /_sim/clock/states
GET,POST  /_sim/resets
GET,POST  /_sim/forgetting
GET       /_sim/reviews
GET,POST  /_sim/reviews/policies
GET       /_sim/reviews/:id
GET       /_sim/reviews/:id/papers/:document
GET,POST  /_sim/reviews/:id/url-checks
GET,POST  /_sim/reviews/:id/approval
GET,POST  /_sim/reviews/:id/rejection
GET       /_sim/desk
GET,POST  /_sim/desk/people
GET       /_sim/desk/:app
GET,POST  /_sim/desk/:app/profiles/:channel/disconnections
GET,POST  /_sim/desk/:app/orders
GET,POST  /_sim/desk/:app/terms/new
GET,POST  /_sim/desk/:app/terms/:tag/changes
GET       /_sim/deliveries
GET,POST  /_sim/deliveries/replays
GET       /_sim/deliveries/:id
GET,POST  /_sim/deliveries/:id/replays
GET       /_sim/endpoints
GET       /_sim/endpoints/:id
GET,POST  /_sim/endpoints/:id/addresses
GET,POST  /_sim/endpoints/:id/states
GET,POST  /_sim/endpoints/:id/settings
GET,POST  /_sim/endpoints/:id/troubles
GET,POST  /_sim/endpoints/:id/troubles/:trouble/removals
GET,POST  /_sim/triggers
GET       /_sim/inbox
GET       /_sim/inbox/:app
GET       /_sim/inbox/:app/items/:id
GET,POST  /_sim/inbox/:app/addresses
GET,POST  /_sim/inbox/:app/scripts
GET,POST  /_sim/inbox/:app/scripts/:id/removals
GET,POST  /_sim/inbox/:app/clearances
GET       /_sim/records
GET       /_sim/records/:app.csv
GET       /_sim/records/:app/:account.csv
GET       /_sim/records/:app/:account.json
GET       /_sim/records/:app/:account
GET       /_sim/journeys
GET       /_sim/journeys/funnel
GET       /_sim/journeys/compare
GET       /_sim/journeys/:id.har
GET       /_sim/journeys/:id.sh
GET       /_sim/journeys/:id/compare/:other
GET       /_sim/journeys/:id
GET       /_sim/why
GET       /_sim/why/:id
GET       /_sim/gallery
GET       /_sim/gallery/states.json
GET       /_sim/gallery/:app/:state
GET       /_sim/coverage
GET       /_sim/deliveries/stream
GET       /_sim/inbox/stream
GET       /_sim/journeys/stream
`;
