-- What everybody may see is asked for without a session, so it has an index of its own.
create index point_public on campaigns.point ((body ->> 'tickedOffAt') desc, id)
  where state = 'ticked-off' and (body -> 'isPublic')::boolean;
