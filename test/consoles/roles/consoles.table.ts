/**
 * 카카오계정, 카카오 for 비즈니스, 플러스친구 관리자센터, KakaoTalk: every route, and what each person gets there.
 * Read by roles.test.ts: a route without a row fails it, and so does a row without a route.
 *
 * A status is what the person gets; `login` is the way to the sign-in, `-` where there is nothing to ask. A POST is the form as the
 * page of its owner draws it: 422 where it lacks what has to be typed. Of a profile (`/center`) the roles are member, manager and master. `foreign` has the
 * highest role in another object. `none`: whoever has the highest asks for an object that there is not; `mixed`: for a part of another object under one of
 * their own (a master may give anybody a role, so that POST is taken). What nobody has a role in is asked for by its owner as `owner`; in KakaoTalk that is
 * the stranger, whose phone it is.
 */
export const OTHERS = `
                                                          nobody   stranger foreign  member   editor   owner    none     mixed
GET  /account/login                                       200      200      200      -        -        200      -        -
POST /account/login                                       303      303      303      -        -        303      -        -
GET  /account/signup                                      200      200      200      -        -        200      -        -
POST /account/signup                                      422      422      422      -        -        422      -        -
POST /account/logout                                      303      303      303      -        -        303      -        -
GET  /account                                             login    200      200      -        -        200      -        -
POST /account/profile                                     login    303      303      -        -        303      -        -
GET  /account/profile                                     303      303      303      -        -        303      -        -
POST /account/email                                       login    422      422      -        -        303      -        -
GET  /account/email                                       303      303      303      -        -        303      -        -
POST /account/phone                                       login    303      303      -        -        303      -        -
GET  /account/phone                                       303      303      303      -        -        303      -        -
POST /account/password                                    login    422      422      -        -        422      -        -
GET  /account/password                                    303      303      303      -        -        303      -        -
POST /account/two-step                                    login    303      303      -        -        303      -        -
GET  /account/two-step                                    303      303      303      -        -        303      -        -
POST /account/sessions                                    login    303      303      -        -        303      -        -
GET  /account/sessions                                    303      303      303      -        -        303      -        -
POST /account/deletion                                    login    422      422      -        -        422      -        -
GET  /account/deletion                                    303      303      303      -        -        303      -        -
POST /account/service-terms-withdrawals                   login    303      303      -        -        303      -        -
GET  /account/service-terms-withdrawals                   303      303      303      -        -        303      -        -

GET  /business                                            login    200      200      -        -        200      -        -
GET  /business/businesses                                 login    200      200      -        -        200      -        -
GET  /business/businesses/new                             login    200      200      -        -        200      -        -
POST /business/businesses/new                             login    422      422      -        -        422      -        -
GET  /business/businesses/new/:number                     login    200      200      -        -        200      -        -
POST /business/businesses/new/:number                     login    422      422      -        -        422      -        -
GET  /business/businesses/:number                         login    404      404      -        -        200      -        -
POST /business/businesses/:number                         login    404      404      -        -        303      -        -
GET  /business/sync                                       login    200      200      -        -        200      -        -
GET  /business/connections/new                            login    200      200      -        -        200      -        -
GET  /business/connections/new/:id                        login    404      404      403      200      200      404      -
POST /business/connections/new/:id                        login    404      404      403      422      422      404      -
GET  /business/connections/new/:id/done                   login    404      404      200      200      200      404      -
GET  /business/apps/:id/application                       login    404      404      403      200      200      404      -
POST /business/apps/:id/application                       login    404      404      403      303      303      404      -
GET  /business/apps/:id/application/details               login    404      404      403      200      200      404      -
POST /business/apps/:id/application/details               login    404      404      403      303      303      404      -
GET  /business/apps/:id/application/done                  login    404      404      302      302      302      404      -
GET  /business/apps/:id/result                            login    404      404      200      200      200      404      -
GET  /business/apps/:id/items/:item/condition             login    404      404      403      200      200      404      404
POST /business/apps/:id/items/:item/condition             login    404      404      403      303      303      404      404
GET  /business/apps/:id/documents/:document               login    404      404      200      200      200      404      404

GET  /center/pictures/:document                           200      200      200      -        -        200      -        -
GET  /center                                              login    200      200      -        -        200      -        -
GET  /center/profiles/new                                 login    200      200      -        -        200      -        -
POST /center/profiles/new                                 login    422      422      -        -        422      -        -
GET  /center/profiles/:id                                 login    404      404      200      200      200      404      -
GET  /center/profiles/:id/friends                         login    404      404      200      200      200      404      -
GET  /center/profiles/:id/messages                        login    404      404      200      200      200      404      -
GET  /center/profiles/:id/messages/new                    login    404      404      403      200      200      404      -
POST /center/profiles/:id/messages/new                    login    404      404      403      422      422      404      -
GET  /center/profiles/:id/messages/groups                 login    404      404      200      200      200      404      -
POST /center/profiles/:id/messages/groups                 login    404      404      403      422      422      404      -
GET  /center/profiles/:id/messages/groups/:group          login    404      404      200      200      200      404      404
GET  /center/profiles/:id/messages/groups/:group/removal  login    404      404      403      200      200      404      404
POST /center/profiles/:id/messages/groups/:group/removal  login    404      404      403      303      303      404      404
GET  /center/profiles/:id/messages/:message               login    404      404      200      200      200      404      404
GET  /center/profiles/:id/callbacks                       login    404      404      200      200      200      404      -
GET  /center/profiles/:id/managers                        login    404      404      200      200      200      404      -
POST /center/profiles/:id/managers                        login    404      404      403      403      422      404      -
GET  /center/profiles/:id/managers/:account               login    404      404      403      403      200      404      404
POST /center/profiles/:id/managers/:account               login    404      404      403      403      303      404      303
GET  /center/profiles/:id/managers/:account/removal       login    404      404      403      403      200      404      404
POST /center/profiles/:id/managers/:account/removal       login    404      404      403      403      303      404      422
GET  /center/profiles/:id/certification                   login    404      404      200      200      200      404      -
GET  /center/profiles/:id/certification/history           login    404      404      200      200      200      404      -
GET  /center/profiles/:id/certification/new               login    404      404      403      200      200      404      -
POST /center/profiles/:id/certification/new               login    404      404      403      303      303      404      -
GET  /center/profiles/:id/certification/confirmation      login    404      404      403      200      200      404      -
POST /center/profiles/:id/certification/confirmation      login    404      404      403      303      303      404      -
GET  /center/profiles/:id/certification/papers/:document  login    404      404      403      200      200      404      404

GET  /talk                                                200      200      200      -        -        200      -        -
POST /talk/session                                        303      303      303      -        -        303      -        -
POST /talk/session/end                                    login    303      303      -        -        303      -        -
POST /talk/channels/:id/friendship                        login    303      303      -        -        303      -        -
GET  /talk/channels/:id                                   login    200      200      -        -        200      -        -
GET  /talk/channels/:id/messages                          login    200      200      -        -        200      -        -
GET  /talk/messages                                       login    200      200      -        -        200      -        -
POST /talk/messages/:id/clicks                            login    303      404      -        -        404      -        -
GET  /talk/services                                       login    200      200      -        -        200      -        -
GET  /talk/services/:app                                  login    200      404      -        -        200      -        -
GET  /talk/services/:app/items/:item/withdrawal           login    200      404      -        -        200      -        -
POST /talk/services/:app/items/:item/withdrawal           login    303      303      -        -        303      -        -
GET  /talk/services/:app/disconnection                    login    200      404      -        -        200      -        -
POST /talk/services/:app/disconnection                    login    303      303      -        -        303      -        -
GET  /talk/services/:app/forgetting                       login    200      404      -        -        200      -        -
POST /talk/services/:app/forgetting                       login    303      303      -        -        303      -        -
`;
