-- columns
audit.day_head.day date not null
audit.day_head.hash text not null
audit.day_head.last_position bigint not null
audit.day_head.published_at timestamp with time zone not null
audit.device_time.actor_id text not null
audit.device_time.device_at timestamp with time zone not null
audit.device_time.request_id text not null
audit.entry.actor_id text not null
audit.entry.at timestamp with time zone not null
audit.entry.command text not null
audit.entry.detail jsonb
audit.entry.id bigint not null identity
audit.entry.outcome text not null
audit.entry.post_id text
audit.entry.request_id text not null
audit.entry.subject_id text not null
audit.entry.subject_kind text not null
audit.seal.day date not null
audit.seal.entry_id bigint not null
audit.seal.hash text not null
audit.seal.position bigint not null
campaigns.campaign.body jsonb not null
campaigns.campaign.grid_path text not null
campaigns.campaign.id uuid not null
campaigns.campaign.owner_id text not null
campaigns.campaign.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
campaigns.campaign.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
campaigns.campaign.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
campaigns.campaign.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
campaigns.campaign.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
campaigns.campaign.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
campaigns.campaign.post_id text not null
campaigns.campaign.state text not null
campaigns.campaign.unit_id text
campaigns.campaign.version integer not null
campaigns.event.at timestamp with time zone not null
campaigns.event.body jsonb not null
campaigns.event.by_id text not null
campaigns.event.serial integer not null
campaigns.event.subject_id uuid not null
campaigns.event.type text not null
campaigns.number_counter.kind text not null
campaigns.number_counter.last integer not null
campaigns.number_counter.year integer not null
campaigns.point.body jsonb not null
campaigns.point.grid_path text not null
campaigns.point.id uuid not null
campaigns.point.list_number integer
campaigns.point.owner_id text not null
campaigns.point.parent_id uuid not null
campaigns.point.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
campaigns.point.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
campaigns.point.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
campaigns.point.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
campaigns.point.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
campaigns.point.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
campaigns.point.post_id text
campaigns.point.state text not null
campaigns.point.unit_id text
campaigns.point.version integer not null
campaigns.programme.body jsonb not null
campaigns.programme.grid_path text not null
campaigns.programme.id uuid not null
campaigns.programme.owner_id text not null
campaigns.programme.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
campaigns.programme.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
campaigns.programme.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
campaigns.programme.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
campaigns.programme.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
campaigns.programme.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
campaigns.programme.post_id text not null
campaigns.programme.unit_id text
campaigns.programme.version integer not null
campaigns.task.body jsonb not null
campaigns.task.id uuid not null
campaigns.task.parent_id uuid not null
campaigns.task.post_id text not null
campaigns.task.version integer not null
campaigns.work_order.amount double precision not null
campaigns.work_order.by_id text not null
campaigns.work_order.by_post_id text
campaigns.work_order.campaign_id uuid not null
campaigns.work_order.clock text not null
campaigns.work_order.demand text not null
campaigns.work_order.holder_name text not null
campaigns.work_order.id uuid not null
campaigns.work_order.issued_at timestamp with time zone not null
campaigns.work_order.number text not null
campaigns.work_order.post_id text
campaigns.work_order.unit_id text
cases.case_event.at timestamp with time zone not null
cases.case_event.body json not null
cases.case_event.case_id uuid not null
cases.case_event.version integer not null
cases.case_file.accuracy_metres double precision
cases.case_file.address text
cases.case_file.claimed_by text
cases.case_file.class_code text
cases.case_file.class_kind text
cases.case_file.class_name jsonb
cases.case_file.clock_off_seconds bigint
cases.case_file.description text not null
cases.case_file.dispatched_by text
cases.case_file.frame text
cases.case_file.grid_names text[] not null
cases.case_file.grid_path text not null
cases.case_file.handled_by text
cases.case_file.id uuid not null
cases.case_file.into_id uuid
cases.case_file.into_number text
cases.case_file.is_followed boolean not null default false
cases.case_file.is_held_up boolean not null default false
cases.case_file.is_simple boolean not null default false
cases.case_file.lat double precision
cases.case_file.level text not null default 'community'::text
cases.case_file.lon double precision
cases.case_file.made_at timestamp with time zone
cases.case_file.no_grid boolean not null
cases.case_file.number text not null
cases.case_file.owner_id text
cases.case_file.photos jsonb not null
cases.case_file.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
cases.case_file.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
cases.case_file.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
cases.case_file.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
cases.case_file.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
cases.case_file.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
cases.case_file.post_id text
cases.case_file.procedure json not null default '{}'::json
cases.case_file.rating jsonb
cases.case_file.reported_at timestamp with time zone not null
cases.case_file.rework_count integer not null
cases.case_file.since timestamp with time zone not null
cases.case_file.source text not null
cases.case_file.spot point generated point((lon * (1000000)::double precision), (lat * (1000000)::double precision))
cases.case_file.status text not null
cases.case_file.suspended_until timestamp with time zone
cases.case_file.title text
cases.case_file.unit_id text
cases.case_file.version integer not null
cases.case_file.words tsvector not null
cases.case_file.work_path text
cases.number_lane.district text not null
cases.number_lane.lane integer not null
cases.number_lane.next integer not null
cases.number_lane.year integer not null
cases.priority.at timestamp with time zone not null
cases.priority.case_id uuid not null
cases.priority.next_at timestamp with time zone
cases.priority.reasons jsonb not null
cases.priority.repeats integer not null default 0
cases.priority.reports integer not null default 1
cases.priority.score integer not null
cases.priority.weighed_by text not null default ''::text
cases.receipt.actor_id text not null
cases.receipt.case_id uuid not null
cases.receipt.code_hash bytea not null
cases.receipt.input_hash text not null
cases.receipt.request_id uuid not null
cases.reporter.case_id uuid not null
cases.reporter.name_sealed bytea
cases.reporter.phone_sealed bytea
cases.reporter_look.at timestamp with time zone not null
cases.reporter_look.by_id text not null
cases.reporter_look.case_id uuid not null
cases.reporter_look.post_id text
cases.reporter_look.reason text not null
cases.saved_view.filters jsonb not null
cases.saved_view.id uuid not null
cases.saved_view.name text not null
cases.saved_view.person_id text not null
cases.standard_text.body text not null
cases.standard_text.changed_at timestamp with time zone not null
cases.standard_text.changed_by text not null
cases.standard_text.class_code text
cases.standard_text.class_kind text
cases.standard_text.id uuid not null
cases.standard_text.is_retired boolean not null
cases.standard_text.step text not null
cases.standard_text.version integer not null
catalogue.filing_condition.amount double precision
catalogue.filing_condition.at timestamp with time zone not null
catalogue.filing_condition.by_id text not null
catalogue.filing_condition.class_code text not null
catalogue.filing_condition.class_kind text not null
catalogue.filing_condition.clock text
catalogue.filing_condition.closing text not null
catalogue.filing_condition.collect text[] not null
catalogue.filing_condition.condition text not null
catalogue.filing_condition.handling_body text not null
catalogue.filing_condition.id text not null
catalogue.filing_condition.is_ended boolean not null
catalogue.filing_condition.limit_text text not null
catalogue.filing_condition.supervising_body text not null
catalogue.filing_condition.valid_from date not null
catalogue.filing_condition.version integer not null
catalogue.local_class.adopted_as text
catalogue.local_class.at timestamp with time zone not null
catalogue.local_class.by_id text not null
catalogue.local_class.class_code text not null
catalogue.local_class.class_kind text not null
catalogue.local_class.is_ended boolean not null
catalogue.local_class.name text not null
catalogue.local_class.name_en text not null
catalogue.local_class.old_code text
catalogue.local_class.valid_from date not null
catalogue.local_class.version integer not null
cleaning.deduction.id uuid not null
cleaning.deduction.item text not null
cleaning.deduction.lat double precision
cleaning.deduction.lon double precision
cleaning.deduction.month text not null
cleaning.deduction.object_until timestamp with time zone not null
cleaning.deduction.outcome text
cleaning.deduction.points integer not null
cleaning.deduction.points_first integer not null
cleaning.deduction.reason text not null
cleaning.deduction.section_id uuid not null
cleaning.deduction.state text not null
cleaning.event.at timestamp with time zone not null
cleaning.event.by_id text not null
cleaning.event.deduction_id uuid not null
cleaning.event.id uuid not null
cleaning.event.kind text not null
cleaning.event.outcome text
cleaning.event.points integer
cleaning.event.post_id text
cleaning.event.text text not null
cleaning.look.at timestamp with time zone not null
cleaning.look.device_at timestamp with time zone not null
cleaning.look.grid_path text not null
cleaning.look.heard_at timestamp with time zone not null
cleaning.look.id uuid not null
cleaning.look.month text not null
cleaning.look.owner_id text not null
cleaning.look.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
cleaning.look.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
cleaning.look.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
cleaning.look.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
cleaning.look.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
cleaning.look.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
cleaning.look.post_id text
cleaning.look.section_id uuid not null
cleaning.look.unit_id text
commands.request.actor_id text not null
commands.request.at timestamp with time zone not null
commands.request.command text not null
commands.request.input_hash text not null
commands.request.output json
commands.request.request_id uuid not null
coordination.call.arrived_at timestamp with time zone
coordination.call.blown_at timestamp with time zone not null
coordination.call.case_id uuid
coordination.call.case_number text
coordination.call.due_at timestamp with time zone
coordination.call.grid_path text not null
coordination.call.id uuid not null
coordination.call.number text not null
coordination.call.owner_id text not null
coordination.call.place text not null
coordination.call.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
coordination.call.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
coordination.call.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
coordination.call.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
coordination.call.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
coordination.call.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
coordination.call.post_id text
coordination.call.result integer
coordination.call.speed integer
coordination.call.state text not null
coordination.call.timer jsonb not null
coordination.call.unit_id text not null
coordination.call.unit_name text not null
coordination.call.was_in_time boolean
coordination.call.what text not null
coordination.call.whistle_id uuid not null
coordination.entry.at timestamp with time zone not null
coordination.entry.by_id text not null
coordination.entry.call_id uuid not null
coordination.entry.post_id text
coordination.entry.serial integer not null
coordination.entry.step text not null
coordination.entry.text text not null
coordination.number_counter.last integer not null
coordination.number_counter.year integer not null
diary.entry.address text
diary.entry.case_id uuid
diary.entry.case_number text
diary.entry.due_at timestamp with time zone not null
diary.entry.first_feedback_at timestamp with time zone
diary.entry.grid_names text[] not null
diary.entry.grid_path text not null
diary.entry.id uuid not null
diary.entry.kind text not null
diary.entry.lat double precision
diary.entry.lon double precision
diary.entry.order_number text
diary.entry.outcome text not null
diary.entry.owner_id text not null
diary.entry.person_sealed bytea
diary.entry.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
diary.entry.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
diary.entry.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
diary.entry.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
diary.entry.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
diary.entry.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
diary.entry.post_id text
diary.entry.text text not null
diary.entry.unit_id text
diary.entry.way text not null
diary.entry.words tsvector not null
diary.entry.written_at timestamp with time zone not null
diary.feedback.at timestamp with time zone not null
diary.feedback.by_id text not null
diary.feedback.entry_id uuid not null
diary.feedback.outcome text not null
diary.feedback.post_id text
diary.feedback.serial integer not null
diary.feedback.text text not null
diary.number_counter.district text not null
diary.number_counter.last integer not null
diary.number_counter.year integer not null
diary.person_look.at timestamp with time zone not null
diary.person_look.by_id text not null
diary.person_look.entry_id uuid not null
diary.person_look.post_id text
diary.person_look.reason text not null
diary.transfer.at timestamp with time zone not null
diary.transfer.by_id text not null
diary.transfer.case_id uuid not null
diary.transfer.entry_id uuid not null
diary.transfer.note text not null
diary.transfer.number text not null
diary.transfer.post_id text
exchange.client.created_at timestamp with time zone not null
exchange.client.created_by text not null
exchange.client.grid_path text
exchange.client.id uuid not null
exchange.client.key_hash bytea not null
exchange.client.key_hint text not null
exchange.client.kind text not null
exchange.client.name text not null
exchange.client.repeat_minutes integer not null
exchange.client.revoked_at timestamp with time zone
exchange.client.revoked_by text
exchange.event.at timestamp with time zone not null
exchange.event.case_id uuid not null
exchange.event.case_number text not null
exchange.event.client_id uuid not null
exchange.event.device text
exchange.event.event_id text not null
exchange.event.happened_at timestamp with time zone
exchange.event.is_repeat boolean not null
exchange.event.signal text
files.attachment.attached_at timestamp with time zone not null
files.attachment.attached_by text not null
files.attachment.file_id uuid not null
files.attachment.role text not null
files.attachment.subject_id text not null
files.attachment.subject_kind text not null
files.file.bytes integer not null
files.file.height integer
files.file.id uuid not null
files.file.media text
files.file.name text
files.file.sha256 text not null
files.file.taken_at timestamp with time zone
files.file.taken_lat double precision
files.file.taken_lon double precision
files.file.uploaded_at timestamp with time zone not null
files.file.uploaded_by text not null
files.file.width integer
files.goes_along.at timestamp with time zone not null
files.goes_along.file_id uuid not null
files.goes_along.role text not null
files.goes_along.subject_id text not null
files.goes_along.subject_kind text not null
files.paper_text.file_id uuid not null
files.paper_text.read_at timestamp with time zone
files.paper_text.state text not null default 'waiting'::text
files.paper_text.text text not null default ''::text
files.paper_text.words tsvector not null default ''::tsvector
files.upload.arrived integer not null
files.upload.begun_at timestamp with time zone not null
files.upload.id uuid not null
files.upload.total integer not null
files.upload.uploaded_by text not null
files.upload_piece.at integer not null
files.upload_piece.bytes bytea not null
files.upload_piece.upload_id uuid not null
grid.draft.base_version bigint
grid.draft.comparison jsonb
grid.draft.id uuid not null
grid.draft.in_force_from date
grid.draft.made_at timestamp with time zone not null
grid.draft.made_by text not null
grid.draft.name text not null
grid.draft.reason text not null
grid.draft.state text not null
grid.draft.submitted_by text
grid.draft.under text not null
grid.draft_edit.at timestamp with time zone not null
grid.draft_edit.by_id text not null
grid.draft_edit.draft_id uuid not null
grid.draft_edit.edits jsonb
grid.draft_edit.post_id text
grid.draft_edit.serial integer not null
grid.draft_edit.undoes integer
grid.draft_step.at timestamp with time zone not null
grid.draft_step.by_id text not null
grid.draft_step.draft_id uuid not null
grid.draft_step.post_id text
grid.draft_step.serial integer not null
grid.draft_step.step text not null
grid.draft_step.words text not null
grid.follow_up.done_at timestamp with time zone not null
grid.follow_up.draft_id uuid not null
grid.follow_up.kind text not null
grid.grid.area_square_metres double precision not null
grid.grid.code text not null
grid.grid.kind text not null
grid.grid.label_lat double precision not null
grid.grid.label_lon double precision not null
grid.grid.level integer not null
grid.grid.name text not null
grid.grid.parent text
grid.grid.path text not null
grid.grid.polygon jsonb not null
grid.grid.scheme text not null
grid.grid.valid_from date not null
grid.grid.valid_to date
grid.post_on_grid.duty text not null
grid.post_on_grid.grid_path text not null
grid.post_on_grid.post_id text not null
grid.succession.draft_id uuid not null
grid.succession.from_path text
grid.succession.how text not null
grid.succession.on_day date not null
grid.succession.to_path text
grid.tree.one boolean not null default true
grid.tree.version bigint not null
help.call.at timestamp with time zone not null
help.call.device_at timestamp with time zone not null
help.call.ended_at timestamp with time zone
help.call.ended_by text
help.call.grid_path text not null
help.call.heard_at timestamp with time zone not null
help.call.id uuid not null
help.call.outcome text
help.call.owner_id text not null
help.call.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
help.call.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
help.call.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
help.call.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
help.call.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
help.call.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
help.call.post_id text
help.call.safer text
help.call.status text not null
help.call.taken_at timestamp with time zone
help.call.taken_by text
help.call.unit_id text
help.event.at timestamp with time zone not null
help.event.by_id text not null
help.event.call_id uuid not null
help.event.id uuid not null
help.event.kind text not null
help.event.outcome text
help.event.post_id text
help.event.safer text
help.event.said_sealed bytea
help.ground.at timestamp with time zone not null
help.ground.call_id uuid not null
help.ground.grid_path text not null
help.ground.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
help.ground.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
help.ground.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
help.ground.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
help.ground.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
help.ground.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
hotline.article.at timestamp with time zone not null
hotline.article.body text not null
hotline.article.by_id text not null
hotline.article.id uuid not null
hotline.article.is_retired boolean not null
hotline.article.title text not null
hotline.article.valid_from date not null
hotline.article.version integer not null
hotline.article.words tsvector not null
hotline.call.answer text
hotline.call.article_id uuid
hotline.call.article_version integer
hotline.call.called_back_at timestamp with time zone
hotline.call.case_id uuid
hotline.call.case_number text
hotline.call.id uuid not null
hotline.call.kind text not null
hotline.call.masked_number text not null
hotline.call.name_sealed bytea
hotline.call.outcome text not null
hotline.call.phone_index bytea not null
hotline.call.phone_sealed bytea not null
hotline.call.place text
hotline.call.summary text not null
hotline.call.taken_at timestamp with time zone not null
hotline.call.taken_by text not null
hotline.call.unit_id text
hotline.call.words tsvector
hotline.call_back.at timestamp with time zone not null
hotline.call_back.by_id text not null
hotline.call_back.call_id uuid not null
hotline.call_back.note text
hotline.call_back.reached boolean not null
hotline.call_back.satisfaction text
hotline.call_back.solved boolean
hotline.call_back.try integer not null
hotline.caller_look.at timestamp with time zone not null
hotline.caller_look.by_id text not null
hotline.caller_look.call_id uuid not null
hotline.caller_look.post_id text
hotline.caller_look.reason text not null
hotline.case_call_back.at timestamp with time zone not null
hotline.case_call_back.by_id text not null
hotline.case_call_back.case_id uuid not null
hotline.case_call_back.case_number text not null
hotline.case_call_back.is_last boolean not null
hotline.case_call_back.note text
hotline.case_call_back.reached boolean not null
hotline.case_call_back.satisfaction text
hotline.case_call_back.solved boolean
hotline.case_call_back.try integer not null
identity.account.disabled_at timestamp with time zone
identity.account.last_post_id uuid
identity.account.last_sign_in_at timestamp with time zone
identity.account.login text not null
identity.account.must_change_password boolean not null
identity.account.password_hash text not null
identity.account.password_set_at timestamp with time zone not null
identity.account.person_id uuid not null
identity.account.totp_last_step bigint
identity.account.totp_on_at timestamp with time zone
identity.account.totp_secret bytea
identity.appointment.from_at timestamp with time zone not null
identity.appointment.id uuid not null
identity.appointment.person_id uuid not null
identity.appointment.post_id uuid not null
identity.appointment.until_at timestamp with time zone
identity.attempt.failures integer not null
identity.attempt.id uuid not null
identity.attempt.key text not null
identity.attempt.kind text not null
identity.attempt.last_failure_at timestamp with time zone not null
identity.attempt.locked_until timestamp with time zone
identity.demo_login.app text not null
identity.demo_login.login text not null
identity.demo_login.password text not null
identity.demo_login.persona text not null
identity.demo_login.position integer not null
identity.demo_login.title_en text not null
identity.demo_login.title_zh text not null
identity.device.device_id uuid not null
identity.device.first_opened_at timestamp with time zone not null
identity.device.label text
identity.device.last_contact_at timestamp with time zone not null
identity.device.person_id uuid not null
identity.device.secret bytea
identity.device.session_id uuid
identity.device.token_hash bytea not null
identity.device.wipe_asked_at timestamp with time zone
identity.device.wipe_asked_by text
identity.device.wiped_at timestamp with time zone
identity.installation.at timestamp with time zone not null
identity.installation.demo boolean not null
identity.installation.only_row boolean not null default true
identity.password_history.password_hash text not null
identity.password_history.person_id uuid not null
identity.password_history.set_at timestamp with time zone not null
identity.person.created_at timestamp with time zone not null
identity.person.id uuid not null
identity.person.name text not null
identity.person.staff boolean not null
identity.post.created_at timestamp with time zone not null
identity.post.grid_path text
identity.post.id uuid not null
identity.post.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
identity.post.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
identity.post.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
identity.post.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
identity.post.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
identity.post.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
identity.post.role_code text not null
identity.post.title text not null
identity.post.unit_id uuid not null
identity.role.changed_at timestamp with time zone not null
identity.role.code text not null
identity.role.name text not null
identity.role.version integer not null default 1
identity.role_offer.at timestamp with time zone not null
identity.role_offer.permission text not null
identity.role_offer.role_code text not null
identity.role_offer.scope text not null
identity.role_permission.permission text not null
identity.role_permission.role_code text not null
identity.role_permission.scope text not null
identity.session.address text
identity.session.device text
identity.session.ended_at timestamp with time zone
identity.session.ended_because text
identity.session.expires_at timestamp with time zone not null
identity.session.id uuid not null
identity.session.last_seen_at timestamp with time zone not null
identity.session.person_id uuid not null
identity.session.post_id uuid
identity.session.started_at timestamp with time zone not null
identity.session.token_hash bytea not null
identity.setup_token.made_at timestamp with time zone not null
identity.setup_token.token_hash bytea not null
identity.staffed_post.appointment_id uuid
identity.staffed_post.grid_path text
identity.staffed_post.held_since timestamp with time zone
identity.staffed_post.id uuid
identity.staffed_post.owner_id uuid
identity.staffed_post.person_id uuid
identity.staffed_post.person_name text
identity.staffed_post.place_1 text
identity.staffed_post.place_2 text
identity.staffed_post.place_3 text
identity.staffed_post.place_4 text
identity.staffed_post.place_5 text
identity.staffed_post.place_6 text
identity.staffed_post.post_id uuid
identity.staffed_post.role_code text
identity.staffed_post.role_name text
identity.staffed_post.title text
identity.staffed_post.unit_id uuid
identity.staffed_post.unit_name text
identity.substitution.arranged_at timestamp with time zone not null
identity.substitution.arranged_by uuid not null
identity.substitution.ended_at timestamp with time zone
identity.substitution.from_at timestamp with time zone not null
identity.substitution.id uuid not null
identity.substitution.person_id uuid not null
identity.substitution.post_id uuid not null
identity.substitution.reason text not null
identity.substitution.until_at timestamp with time zone not null
identity.unit.created_at timestamp with time zone not null
identity.unit.id uuid not null
identity.unit.kind text not null
identity.unit.name text not null
identity.unit.parent_id uuid
inbox.item.due_at timestamp with time zone
inbox.item.grid_path text
inbox.item.number text
inbox.item.owner_id text
inbox.item.permission text not null
inbox.item.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
inbox.item.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
inbox.item.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
inbox.item.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
inbox.item.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
inbox.item.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
inbox.item.post_id text
inbox.item.priority integer not null default 0
inbox.item.since timestamp with time zone not null
inbox.item.subject_id text not null
inbox.item.subject_kind text not null
inbox.item.task text not null
inbox.item.title text not null
inbox.item.unit_id text
institutions.acknowledgement.at timestamp with time zone not null
institutions.acknowledgement.document_id uuid not null
institutions.acknowledgement.person_id text not null
institutions.acknowledgement.post_id text
institutions.acknowledgement.version integer not null
institutions.document.grid_path text not null
institutions.document.id uuid not null
institutions.document.kind text not null
institutions.document.number text not null
institutions.document.repeal_reason text
institutions.document.repealed_from date
institutions.document.replaced_by uuid
institutions.version.areas text[] not null
institutions.version.asks_again boolean not null
institutions.version.body text not null
institutions.version.change_note text not null
institutions.version.document_id uuid not null
institutions.version.files uuid[] not null default '{}'::uuid[]
institutions.version.in_force_from date not null
institutions.version.in_force_until date
institutions.version.made_at timestamp with time zone not null
institutions.version.made_by text not null
institutions.version.reader_grid text
institutions.version.reader_roles text[] not null
institutions.version.title text not null
institutions.version.version integer not null
institutions.version.words tsvector not null
keys.progress.after text
keys.progress.done integer not null
keys.progress.is_finished boolean not null
keys.progress.rotation_id uuid not null
keys.progress.store text not null
keys.progress.total integer not null
keys.rotation.by_id text not null
keys.rotation.finished_at timestamp with time zone
keys.rotation.id uuid not null
keys.rotation.key_id text not null
keys.rotation.reason text not null
keys.rotation.ring text not null
keys.rotation.started_at timestamp with time zone not null
live.change.at timestamp with time zone not null
live.change.grid_path text
live.change.id bigint not null identity
live.change.owner_id text
live.change.permission text not null
live.change.post_id text
live.change.subject_id text not null
live.change.subject_kind text not null
live.change.unit_id text
live.change.xid xid8 not null default pg_current_xact_id()
live.follower.at timestamp with time zone not null
live.follower.name text not null
live.follower.xid xid8 not null
mediation.event.at timestamp with time zone not null
mediation.event.by_id text not null
mediation.event.id uuid not null
mediation.event.keeping text
mediation.event.kind text not null
mediation.event.matter_id uuid not null
mediation.event.next_on date
mediation.event.post_id text
mediation.event.said_sealed bytea not null
mediation.look.at timestamp with time zone not null
mediation.look.by_id text not null
mediation.look.matter_id uuid not null
mediation.look.post_id text
mediation.matter.at timestamp with time zone not null
mediation.matter.device_at timestamp with time zone not null
mediation.matter.follow_up_on date
mediation.matter.grid_path text not null
mediation.matter.heard_at timestamp with time zone not null
mediation.matter.id uuid not null
mediation.matter.keeping text
mediation.matter.kind text not null
mediation.matter.outcome text not null
mediation.matter.owner_id text not null
mediation.matter.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
mediation.matter.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
mediation.matter.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
mediation.matter.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
mediation.matter.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
mediation.matter.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
mediation.matter.post_id text
mediation.matter.unit_id text
notices.notice.at timestamp with time zone not null
notices.notice.id uuid not null
notices.notice.kind text not null
notices.notice.params jsonb not null default '{}'::jsonb
notices.notice.person_id text not null
notices.notice.read_at timestamp with time zone
notices.notice.subject_id text not null
notices.notice.subject_kind text not null
patrol.checklist.by_id text not null
patrol.checklist.id text not null
patrol.checklist.items jsonb not null
patrol.checklist.kind text not null
patrol.checklist.name text not null
patrol.checklist.version integer not null
patrol.checklist.written_at timestamp with time zone not null
patrol.plan.grid_path text not null
patrol.plan.id uuid not null
patrol.plan.owner_id text
patrol.plan.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
patrol.plan.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
patrol.plan.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
patrol.plan.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
patrol.plan.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
patrol.plan.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
patrol.plan.points jsonb not null
patrol.plan.post_id text not null
patrol.plan.rhythm jsonb not null
patrol.plan.title text not null
patrol.plan.unit_id text
patrol.plan.valid_from date not null
patrol.plan.valid_until date
patrol.plan.version integer not null
patrol.plan_version.by_id text not null
patrol.plan_version.plan jsonb not null
patrol.plan_version.plan_id uuid not null
patrol.plan_version.version integer not null
patrol.plan_version.written_at timestamp with time zone not null
patrol.round.checked integer not null
patrol.round.checklists jsonb not null
patrol.round.day date not null
patrol.round.due integer not null
patrol.round.found integer not null
patrol.round.from_at timestamp with time zone not null
patrol.round.grid_path text not null
patrol.round.id text not null
patrol.round.late integer not null
patrol.round.left_out integer not null
patrol.round.owner_id text
patrol.round.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
patrol.round.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
patrol.round.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
patrol.round.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
patrol.round.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
patrol.round.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
patrol.round.plan_id uuid not null
patrol.round.plan_version integer not null
patrol.round.points jsonb not null
patrol.round.post_id text not null
patrol.round.skipped integer not null
patrol.round.span_name text not null
patrol.round.standing jsonb not null
patrol.round.state text not null
patrol.round.title text not null
patrol.round.unit_id text
patrol.round.until_at timestamp with time zone not null
patrol.round.waits boolean not null default false
patrol.step.at timestamp with time zone not null
patrol.step.by_id text not null
patrol.step.device_at timestamp with time zone not null
patrol.step.event jsonb not null
patrol.step.heard_at timestamp with time zone not null
patrol.step.post_id text
patrol.step.round_id text not null
patrol.step.serial integer not null
patrol.track.heard_at timestamp with time zone not null
patrol.track.round_id text not null
patrol.track.sealed bytea not null
patrol.track.track_id uuid not null
patrol.track.walker_id text not null
places.building.address text not null
places.building.courtyard_id uuid
places.building.floors integer not null
places.building.house_number integer not null
places.building.households integer not null
places.building.id uuid not null
places.building.lat double precision not null
places.building.lon double precision not null
places.building.name text not null
places.building.outline jsonb not null
places.building.spot point generated point((lon * (1000000)::double precision), (lat * (1000000)::double precision))
places.building.street text not null
places.building.use text not null
places.building.valid_from date not null
places.building.valid_to date
places.courtyard.address text not null
places.courtyard.id uuid not null
places.courtyard.lat double precision not null
places.courtyard.lon double precision not null
places.courtyard.name text not null
places.courtyard.spot point generated point((lon * (1000000)::double precision), (lat * (1000000)::double precision))
places.courtyard.valid_from date not null
places.courtyard.valid_to date
places.entrance.building_id uuid not null
places.entrance.floors integer not null
places.entrance.households integer not null
places.entrance.id uuid not null
places.entrance.name text not null
places.entrance.number integer not null
places.entrance.rooms_per_floor integer not null
places.entrance.valid_from date not null
places.entrance.valid_to date
places.lies_in.grid_path text not null
places.lies_in.kind text not null
places.lies_in.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
places.lies_in.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
places.lies_in.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
places.lies_in.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
places.lies_in.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
places.lies_in.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
places.lies_in.place_id uuid not null
places.lies_in.valid_from date not null
places.lies_in.valid_to date
places.line.area_square_metres integer
places.line.class text
places.line.coordinates jsonb not null
places.line.grid_path text not null
places.line.id uuid not null
places.line.kind text not null
places.line.lat double precision not null
places.line.length_metres double precision not null
places.line.lon double precision not null
places.line.name text not null
places.line.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
places.line.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
places.line.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
places.line.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
places.line.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
places.line.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
places.line.spot point generated point((lon * (1000000)::double precision), (lat * (1000000)::double precision))
places.line.street text not null
places.line.valid_from date not null
places.line.valid_to date
places.overlay.id uuid not null
places.overlay.kind text not null
places.overlay.name text not null
places.overlay.parent_id uuid
places.overlay.use text
places.overlay.valid_from date not null
places.overlay.valid_to date
places.overlay_cell.grid_path text not null
places.overlay_cell.overlay_id uuid not null
places.overlay_cell.valid_from date not null
places.overlay_cell.valid_to date
places.post_on.duty text not null
places.post_on.post_id text not null
places.post_on.thing_id uuid not null
places.post_on.thing_kind text not null
places.post_on.valid_from date not null
places.post_on.valid_to date
places.post_phone.changed_at timestamp with time zone not null
places.post_phone.changed_by text not null
places.post_phone.phone_sealed bytea not null
places.post_phone.post_id text not null
platform.migration.applied_at timestamp with time zone not null default now()
platform.migration.hash text not null
platform.migration.name text not null
platform.migration.part text not null
posts.assignment.grid_path text not null
posts.assignment.id uuid not null
posts.assignment.kind text not null
posts.assignment.post_id text not null
posts.assignment.target text not null
posts.assignment.valid_from date not null
posts.assignment.valid_to date
posts.body.duties text not null
posts.body.grid_path text not null
posts.body.id uuid not null
posts.body.kind text not null
posts.body.name text not null
posts.body.valid_from date not null
posts.body.valid_to date
posts.body_member.body_id uuid not null
posts.body_member.id uuid not null
posts.body_member.left_on date
posts.body_member.name text not null
posts.body_member.post_id text
posts.body_member.role text not null
posts.body_member.term_from date not null
posts.body_member.term_until date
posts.vacancy_warning.at timestamp with time zone not null
posts.vacancy_warning.post_id text not null
posts.vacancy_warning.told_person text not null
posts.vacancy_warning.vacant_since timestamp with time zone not null
registry.alike.a_id uuid not null
registry.alike.b_id uuid not null
registry.alike.decided_at timestamp with time zone
registry.alike.decided_by text
registry.alike.decision text
registry.alike.found_at timestamp with time zone not null
registry.alike.id uuid not null
registry.alike.reasons jsonb not null
registry.alike.score real not null
registry.alike.source text not null
registry.alike_search.changed_at timestamp with time zone not null
registry.alike_search.only_one boolean not null default true
registry.alike_search.thing_id uuid not null
registry.care.at timestamp with time zone not null
registry.care.basis text not null
registry.care.by_id text not null
registry.care.care_group text not null
registry.care.cause text not null
registry.care.end_reason text
registry.care.ended_by text
registry.care.id uuid not null
registry.care.next_visit_on date
registry.care.person_id uuid not null
registry.care.since date not null
registry.care.source text
registry.care.until_on date
registry.care_policy.at timestamp with time zone not null
registry.care_policy.by_id text not null
registry.care_policy.care_group text not null
registry.care_policy.is_on boolean not null
registry.care_policy.keep_days integer not null
registry.care_policy.purpose text not null
registry.care_policy.reason text not null
registry.care_policy.version integer not null
registry.care_policy.visit_days integer not null
registry.cleaning.at timestamp with time zone not null
registry.cleaning.by_id text not null
registry.cleaning.erased integer not null
registry.cleaning.id uuid not null
registry.cleaning.rule text not null
registry.conflict.against integer not null
registry.conflict.at timestamp with time zone not null
registry.conflict.by_id text not null
registry.conflict.field text not null
registry.conflict.id uuid not null
registry.conflict.offered jsonb not null
registry.conflict.outcome text
registry.conflict.post_id text
registry.conflict.reason text
registry.conflict.ref text
registry.conflict.settled_at timestamp with time zone
registry.conflict.settled_by text
registry.conflict.thing_id uuid not null
registry.conflict.true_on date not null
registry.conflict.way text not null
registry.consent.at timestamp with time zone not null
registry.consent.by_id text not null
registry.consent.care_group text
registry.consent.given_on date not null
registry.consent.id uuid not null
registry.consent.person_id uuid not null
registry.consent.purpose text not null
registry.consent.until_on date
registry.consent.way text not null
registry.consent.withdrawn_on date
registry.correction.answer text
registry.correction.asked_at timestamp with time zone not null
registry.correction.asked_by text not null
registry.correction.due_on date not null
registry.correction.field text not null
registry.correction.id uuid not null
registry.correction.outcome text
registry.correction.reason text not null
registry.correction.settled_at timestamp with time zone
registry.correction.settled_by text
registry.correction.thing_id uuid not null
registry.correction.wanted jsonb not null
registry.entry.at timestamp with time zone not null
registry.entry.by_id text not null
registry.entry.changes jsonb not null
registry.entry.erased text[] not null default '{}'::text[]
registry.entry.post_id text
registry.entry.ref text
registry.entry.serial integer not null
registry.entry.thing_id uuid not null
registry.entry.true_on date not null
registry.entry.way text not null
registry.event.at timestamp with time zone not null
registry.event.by_id text not null
registry.event.effects jsonb not null
registry.event.grid_path text not null
registry.event.happened_on date not null
registry.event.id uuid not null
registry.event.kind text not null
registry.event.post_id text
registry.event.subject_id uuid not null
registry.export_piece.export_id uuid not null
registry.export_piece.sealed bytea not null
registry.export_piece.serial integer not null
registry.import_chunk.import_id uuid not null
registry.import_chunk.judged bytea
registry.import_chunk.outcomes text[] not null default '{}'::text[]
registry.import_chunk.rows bytea not null
registry.import_chunk.serial integer not null
registry.import_mark.id uuid not null default gen_random_uuid()
registry.import_mark.key bytea not null
registry.import_mark.sealed bytea
registry.import_mark.thing_id uuid not null
registry.import_piece.at integer not null
registry.import_piece.import_id uuid not null
registry.import_piece.sealed bytea not null
registry.import_seen.import_id uuid not null
registry.import_seen.key bytea not null
registry.import_seen.row integer not null
registry.lay_in.from_on date not null
registry.lay_in.grid_path text not null
registry.lay_in.home_id uuid not null
registry.lay_in.until_on date not null
registry.look.at timestamp with time zone not null
registry.look.by_id text not null
registry.look.field text
registry.look.post_id text
registry.look.reason text not null
registry.look.thing_id uuid not null
registry.merge.at timestamp with time zone not null
registry.merge.by_id text not null
registry.merge.gone_id uuid not null
registry.merge.id uuid not null
registry.merge.kept_id uuid not null
registry.merge.post_id text
registry.merge.reason text not null
registry.merge.undo jsonb not null
registry.merge.undone_at timestamp with time zone
registry.merge.undone_by text
registry.relation.by_id text not null
registry.relation.ended_at timestamp with time zone
registry.relation.ended_by text
registry.relation.from_id uuid not null
registry.relation.from_on date not null
registry.relation.id uuid not null
registry.relation.kind text not null
registry.relation.post_id text
registry.relation.recorded_at timestamp with time zone not null
registry.relation.ref text
registry.relation.role text
registry.relation.to_id uuid not null
registry.relation.until_on date
registry.relation.way text not null
registry.secret.field text not null
registry.secret.id uuid not null
registry.secret.index bytea
registry.secret.sealed bytea not null
registry.secret.thing_id uuid not null
registry.sheet_export.beat_at timestamp with time zone not null
registry.sheet_export.by_id text not null
registry.sheet_export.bytes bigint not null default 0
registry.sheet_export.columns jsonb not null
registry.sheet_export.created_at timestamp with time zone not null
registry.sheet_export.format text not null
registry.sheet_export.grants jsonb not null
registry.sheet_export.grid_path text not null
registry.sheet_export.id uuid not null
registry.sheet_export.kind text not null
registry.sheet_export.pieces integer not null default 0
registry.sheet_export.post_id text
registry.sheet_export.reason text not null
registry.sheet_export.rows integer not null default 0
registry.sheet_export.state text not null
registry.sheet_export.total integer not null default 0
registry.sheet_import.arrived integer not null default 0
registry.sheet_import.as_of date not null
registry.sheet_import.beat_at timestamp with time zone not null
registry.sheet_import.by_id text not null
registry.sheet_import.bytes integer not null
registry.sheet_import.chunks integer not null default 0
registry.sheet_import.counts jsonb not null default '{}'::jsonb
registry.sheet_import.created_at timestamp with time zone not null
registry.sheet_import.defaults jsonb not null default '{}'::jsonb
registry.sheet_import.done integer not null default 0
registry.sheet_import.grants jsonb not null
registry.sheet_import.grid_path text not null
registry.sheet_import.guessed jsonb
registry.sheet_import.heading jsonb
registry.sheet_import.id uuid not null
registry.sheet_import.lines integer not null default 0
registry.sheet_import.mapping jsonb
registry.sheet_import.name text not null
registry.sheet_import.post_id text
registry.sheet_import.problem text
registry.sheet_import.sample bytea
registry.sheet_import.state text not null
registry.sheet_mapping.at timestamp with time zone not null
registry.sheet_mapping.by_id text not null
registry.sheet_mapping.defaults jsonb not null
registry.sheet_mapping.id uuid not null default gen_random_uuid()
registry.sheet_mapping.mapping jsonb not null
registry.sheet_mapping.sealed bytea
registry.sheet_mapping.signature bytea not null
registry.span.born_on date
registry.span.from_on date not null
registry.span.grid_path text not null
registry.span.home_id uuid not null
registry.span.kind text not null
registry.span.sex text
registry.span.thing_id uuid not null
registry.span.title text not null
registry.span.until_on date not null
registry.span.what text
registry.street_alias.at timestamp with time zone not null
registry.street_alias.by_id text not null
registry.street_alias.now text not null
registry.street_alias.was text not null
registry.thing.born_on date
registry.thing.changed_at timestamp with time zone not null
registry.thing.created_at timestamp with time zone not null
registry.thing.ended_on date
registry.thing.fields jsonb not null
registry.thing.findable_by smallint not null default 1
registry.thing.grid_path text not null
registry.thing.id uuid not null
registry.thing.kind text not null
registry.thing.lat double precision
registry.thing.lon double precision
registry.thing.merged_into uuid
registry.thing.owner_id text
registry.thing.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
registry.thing.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
registry.thing.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
registry.thing.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
registry.thing.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
registry.thing.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
registry.thing.population text
registry.thing.post_id text
registry.thing.serial integer not null
registry.thing.sex text
registry.thing.stale_on date
registry.thing.state text not null default 'current'::text
registry.thing.title text not null
registry.thing.unit_id text
registry.thing.use text
registry.thing.words tsvector not null
relay.passing.answer_sealed bytea
relay.passing.answered_at timestamp with time zone
relay.passing.answered_by text
relay.passing.asked_sealed bytea
relay.passing.heard_at timestamp with time zone
relay.passing.passed_at timestamp with time zone
relay.passing.passed_by text
relay.passing.post_id text not null
relay.passing.word_id uuid not null
relay.word.at timestamp with time zone not null
relay.word.grid_path text not null
relay.word.id uuid not null
relay.word.owner_id text not null
relay.word.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
relay.word.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
relay.word.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
relay.word.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
relay.word.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
relay.word.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
relay.word.post_id text
relay.word.reason text not null default ''::text
relay.word.text text not null
relay.word.title text not null
relay.word.unit_id text
relay.word.until_on date not null
relay.word.withdrawn_at timestamp with time zone
relay.word.withdrawn_by text
routing.rule.at timestamp with time zone not null
routing.rule.by_id text not null
routing.rule.case_id uuid
routing.rule.case_number text
routing.rule.class_kind text
routing.rule.class_start text not null
routing.rule.from_minute integer
routing.rule.grid_path text
routing.rule.id uuid not null
routing.rule.is_ended boolean not null
routing.rule.reason text not null
routing.rule.unit_id text not null
routing.rule.until_minute integer
routing.rule.valid_from date not null
routing.rule.valid_until date
routing.rule.version integer not null
routing.rule.weekdays integer[] not null
routing.shift.at timestamp with time zone not null
routing.shift.by_id text not null
routing.shift.day date not null
routing.shift.ends_at timestamp with time zone not null
routing.shift.from_minute integer not null
routing.shift.id uuid not null
routing.shift.post_id text not null
routing.shift.reason text
routing.shift.removed_at timestamp with time zone
routing.shift.removed_by text
routing.shift.stands_in_for text
routing.shift.starts_at timestamp with time zone not null
routing.shift.unit_id text not null
routing.shift.until_minute integer not null
settings.entered.at timestamp with time zone not null
settings.entered.by_id text not null
settings.entered.group_name text not null
settings.entered.key text not null
settings.entered.reason text not null
settings.entered.valid_from date not null
settings.entered.value jsonb
settings.entered.version integer not null
supervision.case_fact.accept_done timestamp with time zone
supervision.case_fact.accept_due timestamp with time zone
supervision.case_fact.case_id uuid not null
supervision.case_fact.grid_path text not null
supervision.case_fact.handle_done timestamp with time zone
supervision.case_fact.handle_due timestamp with time zone
supervision.case_fact.is_closed boolean not null
supervision.case_fact.is_open boolean not null
supervision.case_fact.lat double precision
supervision.case_fact.left_out jsonb
supervision.case_fact.left_out_for text
supervision.case_fact.light smallint not null
supervision.case_fact.lon double precision
supervision.case_fact.next_at timestamp with time zone
supervision.case_fact.number text not null
supervision.case_fact.owner_id text
supervision.case_fact.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
supervision.case_fact.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
supervision.case_fact.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
supervision.case_fact.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
supervision.case_fact.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
supervision.case_fact.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
supervision.case_fact.post_id text
supervision.case_fact.read_at timestamp with time zone not null
supervision.case_fact.reported_at timestamp with time zone not null
supervision.case_fact.respond_done timestamp with time zone
supervision.case_fact.respond_due timestamp with time zone
supervision.case_fact.rework_count integer not null
supervision.case_fact.solved boolean
supervision.case_fact.source text not null
supervision.case_fact.stage_due timestamp with time zone
supervision.case_fact.stars integer
supervision.case_fact.status text not null
supervision.case_fact.title text not null
supervision.case_fact.unit_id text
supervision.case_fact.version integer not null
supervision.case_fact.whole_done timestamp with time zone
supervision.case_fact.whole_due timestamp with time zone
supervision.escalation.at timestamp with time zone not null
supervision.escalation.level text not null
supervision.escalation.light text not null
supervision.escalation.started_at timestamp with time zone not null
supervision.escalation.subject_id text not null
supervision.escalation.subject_kind text not null
supervision.escalation.timer text not null
supervision.escalation.told text[] not null
supervision.number_counter.kind text not null
supervision.number_counter.last integer not null
supervision.number_counter.year integer not null
supervision.order_paper.case_id uuid
supervision.order_paper.case_number text
supervision.order_paper.demand text not null
supervision.order_paper.due_at timestamp with time zone
supervision.order_paper.entries jsonb not null
supervision.order_paper.from_id uuid
supervision.order_paper.grid_path text
supervision.order_paper.id uuid not null
supervision.order_paper.issued_at timestamp with time zone not null
supervision.order_paper.issued_by text not null
supervision.order_paper.kind text not null
supervision.order_paper.number text not null
supervision.order_paper.owner_id text generated issued_by
supervision.order_paper.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
supervision.order_paper.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
supervision.order_paper.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
supervision.order_paper.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
supervision.order_paper.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
supervision.order_paper.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
supervision.order_paper.post_id text
supervision.order_paper.replied_at timestamp with time zone
supervision.order_paper.state text not null
supervision.order_paper.timer jsonb not null
supervision.order_paper.unit_id text not null
supervision.order_paper.unit_name text not null
visits.look.at timestamp with time zone not null
visits.look.by_id text not null
visits.look.post_id text
visits.look.visit_id uuid not null
visits.visit.at timestamp with time zone not null
visits.visit.cases jsonb not null
visits.visit.consent text not null
visits.visit.device_at timestamp with time zone not null
visits.visit.done_at timestamp with time zone
visits.visit.done_by text
visits.visit.done_sealed bytea
visits.visit.due_on date
visits.visit.grid_path text not null
visits.visit.heard_at timestamp with time zone not null
visits.visit.id uuid not null
visits.visit.kind text not null
visits.visit.meeting text not null
visits.visit.outcome text not null
visits.visit.owner_id text not null
visits.visit.place_1 text generated "substring"(grid_path, '^[^.]+'::text)
visits.visit.place_2 text generated "substring"(grid_path, '^(?:[^.]+\.){1}[^.]+'::text)
visits.visit.place_3 text generated "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)
visits.visit.place_4 text generated "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)
visits.visit.place_5 text generated "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)
visits.visit.place_6 text generated "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text)
visits.visit.post_id text
visits.visit.reached integer
visits.visit.text_sealed bytea
visits.visit.thing_ids uuid[] not null
visits.visit.topic text not null
visits.visit.unit_id text
worktime.calendar.changed_at timestamp with time zone
worktime.calendar.key text not null
worktime.calendar.name text not null
worktime.calendar.offset_minutes integer not null default 480
worktime.calendar.version integer not null default 1
worktime.calendar.week jsonb
worktime.day.calendar text not null
worktime.day.changed_at timestamp with time zone not null
worktime.day.day date not null
worktime.day.kind text not null
worktime.day.name_chinese text not null
worktime.day.name_english text not null
worktime.day.source text not null
worktime.day.spans jsonb
worktime.moved.after bigint
worktime.moved.due_after timestamp with time zone
worktime.moved.due_before timestamp with time zone
worktime.moved.name text
worktime.moved.number text
worktime.moved.replay_id uuid
worktime.moved.subject_id text
worktime.moved.subject_kind text
worktime.moved.timer_id bigint
worktime.moved.up_to bigint
worktime.moved_part.after bigint not null
worktime.moved_part.dues_after timestamp with time zone[] not null
worktime.moved_part.dues_before timestamp with time zone[] not null
worktime.moved_part.names text[] not null
worktime.moved_part.numbers text[] not null
worktime.moved_part.replay_id uuid not null
worktime.moved_part.subject_ids text[] not null
worktime.moved_part.subject_kinds text[] not null
worktime.moved_part.timer_ids bigint[] not null
worktime.moved_part.up_to bigint not null
worktime.replay.asked_at timestamp with time zone not null
worktime.replay.asked_by text
worktime.replay.calendar text not null
worktime.replay.done integer not null default 0
worktime.replay.finished_at timestamp with time zone
worktime.replay.id uuid not null
worktime.replay.moved integer not null default 0
worktime.replay.reason text not null
worktime.replay.since date
worktime.replay.started_at timestamp with time zone
worktime.replay.total integer
worktime.replay.up_to bigint not null default 0
worktime.timer.amount double precision not null
worktime.timer.calendar text not null
worktime.timer.clock text not null
worktime.timer.due_at timestamp with time zone
worktime.timer.ended_at timestamp with time zone
worktime.timer.exempt boolean not null
worktime.timer.id bigint not null identity
worktime.timer.light smallint not null
worktime.timer.marks jsonb not null default '[]'::jsonb
worktime.timer.name text not null
worktime.timer.next_at timestamp with time zone
worktime.timer.number text
worktime.timer.orange double precision
worktime.timer.paused boolean not null
worktime.timer.revision integer not null default 1
worktime.timer.started_at timestamp with time zone not null
worktime.timer.subject_id text not null
worktime.timer.subject_kind text not null
worktime.timer.told smallint not null
worktime.timer.told_at timestamp with time zone not null
worktime.timer.uncovered integer[] not null default '{}'::integer[]
worktime.timer.untold boolean not null default false
worktime.timer.yellow double precision
worktime.year.calendar text not null
worktime.year.changed_at timestamp with time zone not null
worktime.year.source text not null
worktime.year.year integer not null

-- constraints
audit.day_head day_head_pkey PRIMARY KEY (day)
audit.device_time device_time_pkey PRIMARY KEY (actor_id, request_id)
audit.entry entry_pkey PRIMARY KEY (id)
audit.seal seal_entry_id_key UNIQUE (entry_id)
audit.seal seal_pkey PRIMARY KEY ("position")
campaigns.campaign campaign_pkey PRIMARY KEY (id)
campaigns.event event_pkey PRIMARY KEY (subject_id, serial)
campaigns.event event_serial_check CHECK ((serial >= 1))
campaigns.number_counter number_counter_pkey PRIMARY KEY (kind, year)
campaigns.point point_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES campaigns.campaign(id)
campaigns.point point_parent_id_list_number_key UNIQUE (parent_id, list_number)
campaigns.point point_pkey PRIMARY KEY (id)
campaigns.programme programme_pkey PRIMARY KEY (id)
campaigns.task task_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES campaigns.programme(id)
campaigns.task task_pkey PRIMARY KEY (id)
campaigns.work_order work_order_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaigns.campaign(id)
campaigns.work_order work_order_check CHECK (((unit_id IS NULL) <> (post_id IS NULL)))
campaigns.work_order work_order_number_key UNIQUE (number)
campaigns.work_order work_order_pkey PRIMARY KEY (id)
cases.case_event case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.case_file(id)
cases.case_event case_event_pkey PRIMARY KEY (case_id, version)
cases.case_event case_event_version_check CHECK ((version >= 1))
cases.case_file case_file_check CHECK (((class_kind IS NULL) = (class_code IS NULL)))
cases.case_file case_file_check1 CHECK (((lon IS NULL) = (lat IS NULL)))
cases.case_file case_file_class_kind_check CHECK ((class_kind = ANY (ARRAY['component'::text, 'event'::text])))
cases.case_file case_file_number_key UNIQUE (number)
cases.case_file case_file_pkey PRIMARY KEY (id)
cases.number_lane number_lane_check CHECK (((next % 64) = (lane % 64)))
cases.number_lane number_lane_pkey PRIMARY KEY (district, year, lane)
cases.priority priority_pkey PRIMARY KEY (case_id)
cases.priority priority_score_check CHECK (((score >= 0) AND (score <= 100)))
cases.receipt receipt_actor_id_request_id_key UNIQUE (actor_id, request_id)
cases.receipt receipt_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.case_file(id) DEFERRABLE INITIALLY DEFERRED
cases.receipt receipt_pkey PRIMARY KEY (case_id)
cases.reporter reporter_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.case_file(id)
cases.reporter reporter_pkey PRIMARY KEY (case_id)
cases.reporter_look reporter_look_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases.case_file(id)
cases.saved_view saved_view_person_id_name_key UNIQUE (person_id, name)
cases.saved_view saved_view_pkey PRIMARY KEY (id)
cases.standard_text standard_text_check CHECK (((class_kind IS NULL) = (class_code IS NULL)))
cases.standard_text standard_text_pkey PRIMARY KEY (id)
cases.standard_text standard_text_version_check CHECK ((version >= 1))
catalogue.filing_condition filing_condition_amount_check CHECK ((amount > (0)::double precision))
catalogue.filing_condition filing_condition_check CHECK (((clock IS NULL) = (amount IS NULL)))
catalogue.filing_condition filing_condition_pkey PRIMARY KEY (id, version)
catalogue.filing_condition filing_condition_version_check CHECK ((version >= 1))
catalogue.local_class local_class_class_code_check CHECK ((class_code ~ '^[0-9]{5}$'::text))
catalogue.local_class local_class_pkey PRIMARY KEY (class_kind, class_code, version)
catalogue.local_class local_class_version_check CHECK ((version >= 1))
cleaning.deduction deduction_check CHECK (((points >= 0) AND (points <= points_first)))
cleaning.deduction deduction_check1 CHECK (((lon IS NULL) = (lat IS NULL)))
cleaning.deduction deduction_check2 CHECK (((state = 'decided'::text) = (outcome IS NOT NULL)))
cleaning.deduction deduction_id_fkey FOREIGN KEY (id) REFERENCES cleaning.look(id)
cleaning.deduction deduction_pkey PRIMARY KEY (id)
cleaning.deduction deduction_points_first_check CHECK ((points_first > 0))
cleaning.event event_deduction_id_fkey FOREIGN KEY (deduction_id) REFERENCES cleaning.deduction(id)
cleaning.event event_pkey PRIMARY KEY (id)
cleaning.look look_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text))
cleaning.look look_pkey PRIMARY KEY (id)
commands.request request_pkey PRIMARY KEY (actor_id, request_id)
coordination.call call_pkey PRIMARY KEY (id)
coordination.call call_result_check CHECK (((result >= 1) AND (result <= 5)))
coordination.call call_speed_check CHECK (((speed >= 1) AND (speed <= 5)))
coordination.call call_whistle_id_unit_id_key UNIQUE (whistle_id, unit_id)
coordination.entry entry_call_id_fkey FOREIGN KEY (call_id) REFERENCES coordination.call(id)
coordination.entry entry_pkey PRIMARY KEY (call_id, serial)
coordination.entry entry_serial_check CHECK ((serial >= 1))
coordination.number_counter number_counter_pkey PRIMARY KEY (year)
diary.entry entry_check CHECK (((outcome = 'open'::text) = (first_feedback_at IS NULL)))
diary.entry entry_check1 CHECK (((outcome = ANY (ARRAY['case'::text, 'transferred'::text])) = (case_id IS NOT NULL)))
diary.entry entry_check2 CHECK (((outcome = 'transferred'::text) = (order_number IS NOT NULL)))
diary.entry entry_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'answered'::text, 'watched'::text, 'case'::text, 'transferred'::text])))
diary.entry entry_pkey PRIMARY KEY (id)
diary.feedback feedback_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES diary.entry(id)
diary.feedback feedback_pkey PRIMARY KEY (entry_id, serial)
diary.feedback feedback_serial_check CHECK ((serial >= 1))
diary.number_counter number_counter_pkey PRIMARY KEY (district, year)
diary.person_look person_look_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES diary.entry(id)
diary.transfer transfer_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES diary.entry(id)
diary.transfer transfer_entry_id_key UNIQUE (entry_id)
diary.transfer transfer_pkey PRIMARY KEY (number)
exchange.client client_key_hash_key UNIQUE (key_hash)
exchange.client client_kind_check CHECK ((kind = ANY (ARRAY['sensor'::text, 'video'::text, 'superior'::text, 'media'::text])))
exchange.client client_pkey PRIMARY KEY (id)
exchange.client client_repeat_minutes_check CHECK ((repeat_minutes >= 0))
exchange.event event_client_id_fkey FOREIGN KEY (client_id) REFERENCES exchange.client(id)
exchange.event event_pkey PRIMARY KEY (client_id, event_id)
files.attachment attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id)
files.attachment attachment_pkey PRIMARY KEY (file_id)
files.file file_check CHECK (((media IS NULL) = ((width IS NOT NULL) AND (height IS NOT NULL))))
files.file file_check1 CHECK (((media IS NULL) = (name IS NULL)))
files.file file_pkey PRIMARY KEY (id)
files.goes_along goes_along_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id)
files.goes_along goes_along_pkey PRIMARY KEY (file_id, subject_kind, subject_id)
files.paper_text paper_text_check CHECK (((state = 'waiting'::text) = (read_at IS NULL)))
files.paper_text paper_text_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE CASCADE
files.paper_text paper_text_pkey PRIMARY KEY (file_id)
files.paper_text paper_text_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'whole'::text, 'beginning'::text, 'none'::text, 'locked'::text, 'too-much'::text, 'broken'::text])))
files.upload upload_check CHECK (((arrived >= 0) AND (arrived <= total)))
files.upload upload_pkey PRIMARY KEY (id)
files.upload upload_total_check CHECK ((total > 0))
files.upload_piece upload_piece_pkey PRIMARY KEY (upload_id, at)
files.upload_piece upload_piece_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES files.upload(id) ON DELETE CASCADE
grid.draft draft_check CHECK (((state <> ALL (ARRAY['submitted'::text, 'approved'::text, 'in-force'::text])) OR ((submitted_by IS NOT NULL) AND (comparison IS NOT NULL))))
grid.draft draft_check1 CHECK (((state <> ALL (ARRAY['approved'::text, 'in-force'::text])) OR (in_force_from IS NOT NULL)))
grid.draft draft_pkey PRIMARY KEY (id)
grid.draft draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'approved'::text, 'in-force'::text, 'withdrawn'::text])))
grid.draft_edit draft_edit_check CHECK (((edits IS NULL) <> (undoes IS NULL)))
grid.draft_edit draft_edit_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES grid.draft(id)
grid.draft_edit draft_edit_draft_id_undoes_fkey FOREIGN KEY (draft_id, undoes) REFERENCES grid.draft_edit(draft_id, serial)
grid.draft_edit draft_edit_pkey PRIMARY KEY (draft_id, serial)
grid.draft_step draft_step_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES grid.draft(id)
grid.draft_step draft_step_pkey PRIMARY KEY (draft_id, serial)
grid.follow_up follow_up_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES grid.draft(id)
grid.follow_up follow_up_pkey PRIMARY KEY (draft_id, kind)
grid.grid grid_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
grid.grid grid_check1 CHECK ((NOT (parent IS DISTINCT FROM NULLIF(regexp_replace(path, '\.?[0-9]+$'::text, ''::text), ''::text))))
grid.grid grid_check2 CHECK ((level = cardinality(string_to_array(path, '.'::text))))
grid.grid grid_level_check CHECK (((level >= 1) AND (level <= 6)))
grid.grid grid_pkey PRIMARY KEY (path, valid_from)
grid.post_on_grid post_on_grid_pkey PRIMARY KEY (grid_path, duty, post_id)
grid.succession succession_check CHECK (((from_path IS NOT NULL) OR (to_path IS NOT NULL)))
grid.succession succession_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES grid.draft(id)
grid.succession succession_how_check CHECK ((how = ANY (ARRAY['moved'::text, 'cut'::text, 'gone'::text])))
grid.tree tree_one_check CHECK (one)
grid.tree tree_pkey PRIMARY KEY (one)
help.call call_check CHECK (((taken_by IS NULL) = (taken_at IS NULL)))
help.call call_check1 CHECK (((status = 'ended'::text) = (ended_at IS NOT NULL)))
help.call call_pkey PRIMARY KEY (id)
help.event event_call_id_fkey FOREIGN KEY (call_id) REFERENCES help.call(id)
help.event event_pkey PRIMARY KEY (id)
help.ground ground_call_id_fkey FOREIGN KEY (call_id) REFERENCES help.call(id)
help.ground ground_pkey PRIMARY KEY (call_id, grid_path)
hotline.article article_pkey PRIMARY KEY (id, version)
hotline.article article_version_check CHECK ((version >= 1))
hotline.call call_check CHECK (((outcome = 'case'::text) = (case_id IS NOT NULL)))
hotline.call call_check1 CHECK (((outcome = 'answered'::text) = (answer IS NOT NULL)))
hotline.call call_outcome_check CHECK ((outcome = ANY (ARRAY['open'::text, 'answered'::text, 'case'::text])))
hotline.call call_pkey PRIMARY KEY (id)
hotline.call_back call_back_call_id_fkey FOREIGN KEY (call_id) REFERENCES hotline.call(id)
hotline.call_back call_back_check CHECK ((reached = (solved IS NOT NULL)))
hotline.call_back call_back_check1 CHECK ((reached = (satisfaction IS NOT NULL)))
hotline.call_back call_back_pkey PRIMARY KEY (call_id, try)
hotline.call_back call_back_try_check CHECK ((try >= 1))
hotline.caller_look caller_look_call_id_fkey FOREIGN KEY (call_id) REFERENCES hotline.call(id)
hotline.case_call_back case_call_back_check CHECK ((reached = (solved IS NOT NULL)))
hotline.case_call_back case_call_back_check1 CHECK ((reached = (satisfaction IS NOT NULL)))
hotline.case_call_back case_call_back_pkey PRIMARY KEY (case_id, try)
hotline.case_call_back case_call_back_try_check CHECK ((try >= 1))
identity.account account_login_key UNIQUE (login)
identity.account account_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity.person(id)
identity.account account_pkey PRIMARY KEY (person_id)
identity.appointment appointment_check CHECK (((until_at IS NULL) OR (until_at >= from_at)))
identity.appointment appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity.person(id)
identity.appointment appointment_pkey PRIMARY KEY (id)
identity.appointment appointment_post_id_fkey FOREIGN KEY (post_id) REFERENCES identity.post(id)
identity.attempt attempt_kind_check CHECK ((kind = ANY (ARRAY['login'::text, 'address'::text])))
identity.attempt attempt_kind_key_key UNIQUE (kind, key)
identity.attempt attempt_pkey PRIMARY KEY (id)
identity.demo_login demo_login_app_check CHECK ((app = ANY (ARRAY['office'::text, 'field'::text, 'portal'::text])))
identity.demo_login demo_login_pkey PRIMARY KEY (login)
identity.device device_check CHECK (((wipe_asked_at IS NULL) OR (wipe_asked_by IS NOT NULL)))
identity.device device_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity.account(person_id)
identity.device device_pkey PRIMARY KEY (device_id, person_id)
identity.installation installation_only_row_check CHECK (only_row)
identity.installation installation_pkey PRIMARY KEY (only_row)
identity.password_history password_history_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity.account(person_id)
identity.password_history password_history_pkey PRIMARY KEY (person_id, set_at)
identity.person person_pkey PRIMARY KEY (id)
identity.post post_pkey PRIMARY KEY (id)
identity.post post_role_code_fkey FOREIGN KEY (role_code) REFERENCES identity.role(code)
identity.post post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES identity.unit(id)
identity.role role_pkey PRIMARY KEY (code)
identity.role_offer role_offer_pkey PRIMARY KEY (role_code, permission, scope)
identity.role_offer role_offer_role_code_fkey FOREIGN KEY (role_code) REFERENCES identity.role(code)
identity.role_permission role_permission_pkey PRIMARY KEY (role_code, permission, scope)
identity.role_permission role_permission_role_code_fkey FOREIGN KEY (role_code) REFERENCES identity.role(code)
identity.role_permission role_permission_scope_check CHECK ((scope = ANY (ARRAY['everywhere'::text, 'district'::text, 'place'::text, 'unit'::text, 'post'::text, 'own'::text])))
identity.session session_check CHECK (((ended_at IS NULL) = (ended_because IS NULL)))
identity.session session_ended_because_check CHECK ((ended_because = ANY (ARRAY['signed-out'::text, 'signed-in-again'::text, 'revoked'::text, 'password-changed'::text, 'codes-reset'::text, 'disabled'::text])))
identity.session session_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity.account(person_id)
identity.session session_pkey PRIMARY KEY (id)
identity.session session_token_hash_key UNIQUE (token_hash)
identity.setup_token setup_token_pkey PRIMARY KEY (token_hash)
identity.substitution substitution_check CHECK ((until_at > from_at))
identity.substitution substitution_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity.person(id)
identity.substitution substitution_pkey PRIMARY KEY (id)
identity.substitution substitution_post_id_fkey FOREIGN KEY (post_id) REFERENCES identity.post(id)
identity.unit unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES identity.unit(id)
identity.unit unit_parent_id_name_key UNIQUE NULLS NOT DISTINCT (parent_id, name)
identity.unit unit_pkey PRIMARY KEY (id)
inbox.item item_pkey PRIMARY KEY (subject_kind, subject_id, task)
institutions.acknowledgement acknowledgement_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES institutions.version(document_id, version)
institutions.acknowledgement acknowledgement_pkey PRIMARY KEY (document_id, version, person_id)
institutions.document document_check CHECK (((repealed_from IS NULL) = (repeal_reason IS NULL)))
institutions.document document_number_key UNIQUE (number)
institutions.document document_pkey PRIMARY KEY (id)
institutions.document document_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES institutions.document(id)
institutions.version version_check CHECK (((in_force_until IS NULL) OR (in_force_until >= in_force_from)))
institutions.version version_document_id_fkey FOREIGN KEY (document_id) REFERENCES institutions.document(id)
institutions.version version_pkey PRIMARY KEY (document_id, version)
institutions.version version_version_check CHECK ((version >= 1))
keys.progress progress_pkey PRIMARY KEY (rotation_id, store)
keys.progress progress_rotation_id_fkey FOREIGN KEY (rotation_id) REFERENCES keys.rotation(id)
keys.rotation rotation_pkey PRIMARY KEY (id)
keys.rotation rotation_ring_check CHECK ((ring = ANY (ARRAY['sealing'::text, 'index'::text])))
live.change change_pkey PRIMARY KEY (xid, id)
live.follower follower_pkey PRIMARY KEY (name)
mediation.event event_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES mediation.matter(id)
mediation.event event_pkey PRIMARY KEY (id)
mediation.look look_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES mediation.matter(id)
mediation.matter matter_pkey PRIMARY KEY (id)
notices.notice notice_pkey PRIMARY KEY (id)
patrol.checklist checklist_pkey PRIMARY KEY (id, version)
patrol.checklist checklist_version_check CHECK ((version >= 0))
patrol.plan plan_check CHECK ((valid_until > valid_from))
patrol.plan plan_pkey PRIMARY KEY (id)
patrol.plan plan_version_check CHECK ((version >= 1))
patrol.plan_version plan_version_pkey PRIMARY KEY (plan_id, version)
patrol.plan_version plan_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES patrol.plan(id)
patrol.plan_version plan_version_version_check CHECK ((version >= 1))
patrol.round round_check CHECK ((until_at > from_at))
patrol.round round_check1 CHECK (((((checked + late) + skipped) + left_out) = due))
patrol.round round_due_check CHECK ((due >= 0))
patrol.round round_pkey PRIMARY KEY (id)
patrol.round round_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES patrol.plan(id)
patrol.round round_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'walking'::text, 'ended'::text])))
patrol.step step_pkey PRIMARY KEY (round_id, serial)
patrol.step step_round_id_fkey FOREIGN KEY (round_id) REFERENCES patrol.round(id)
patrol.step step_serial_check CHECK ((serial >= 1))
patrol.track track_pkey PRIMARY KEY (round_id, track_id)
patrol.track track_round_id_fkey FOREIGN KEY (round_id) REFERENCES patrol.round(id)
places.building building_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
places.building building_courtyard_id_fkey FOREIGN KEY (courtyard_id) REFERENCES places.courtyard(id)
places.building building_floors_check CHECK ((floors >= 1))
places.building building_households_check CHECK ((households >= 0))
places.building building_pkey PRIMARY KEY (id)
places.courtyard courtyard_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
places.courtyard courtyard_pkey PRIMARY KEY (id)
places.entrance entrance_building_id_fkey FOREIGN KEY (building_id) REFERENCES places.building(id)
places.entrance entrance_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
places.entrance entrance_floors_check CHECK ((floors >= 1))
places.entrance entrance_households_check CHECK ((households >= 0))
places.entrance entrance_number_check CHECK ((number >= 1))
places.entrance entrance_pkey PRIMARY KEY (id)
places.entrance entrance_rooms_per_floor_check CHECK ((rooms_per_floor >= 1))
places.lies_in lies_in_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
places.lies_in lies_in_kind_check CHECK ((kind = ANY (ARRAY['courtyard'::text, 'building'::text])))
places.lies_in lies_in_pkey PRIMARY KEY (kind, place_id, valid_from)
places.line line_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
places.line line_kind_check CHECK ((kind = ANY (ARRAY['road'::text, 'road-section'::text, 'alley'::text, 'river'::text, 'cleaning-section'::text])))
places.line line_pkey PRIMARY KEY (id)
places.overlay overlay_check CHECK (((kind = 'special'::text) = (use IS NOT NULL)))
places.overlay overlay_check1 CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
places.overlay overlay_kind_check CHECK ((kind = ANY (ARRAY['special'::text, 'management'::text, 'responsibility'::text, 'evaluation'::text])))
places.overlay overlay_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES places."overlay"(id)
places.overlay overlay_pkey PRIMARY KEY (id)
places.overlay_cell overlay_cell_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
places.overlay_cell overlay_cell_overlay_id_fkey FOREIGN KEY (overlay_id) REFERENCES places."overlay"(id)
places.overlay_cell overlay_cell_pkey PRIMARY KEY (overlay_id, grid_path, valid_from)
places.post_on post_on_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
places.post_on post_on_pkey PRIMARY KEY (thing_kind, thing_id, duty, post_id, valid_from)
places.post_on post_on_thing_kind_check CHECK ((thing_kind = ANY (ARRAY['courtyard'::text, 'building'::text, 'entrance'::text, 'overlay'::text, 'line'::text])))
places.post_phone post_phone_pkey PRIMARY KEY (post_id)
platform.migration migration_pkey PRIMARY KEY (part, name)
posts.assignment assignment_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
posts.assignment assignment_kind_check CHECK ((kind = ANY (ARRAY['area'::text, 'group'::text, 'household'::text])))
posts.assignment assignment_pkey PRIMARY KEY (id)
posts.body body_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
posts.body body_pkey PRIMARY KEY (id)
posts.body_member body_member_body_id_fkey FOREIGN KEY (body_id) REFERENCES posts.body(id)
posts.body_member body_member_check CHECK (((term_until IS NULL) OR (term_until >= term_from)))
posts.body_member body_member_pkey PRIMARY KEY (id)
posts.body_member body_member_role_check CHECK ((role = ANY (ARRAY['head'::text, 'deputy'::text, 'secretary'::text, 'member'::text])))
posts.vacancy_warning vacancy_warning_pkey PRIMARY KEY (post_id, vacant_since)
registry.alike alike_a_id_b_id_key UNIQUE (a_id, b_id)
registry.alike alike_a_id_fkey FOREIGN KEY (a_id) REFERENCES registry.thing(id)
registry.alike alike_b_id_fkey FOREIGN KEY (b_id) REFERENCES registry.thing(id)
registry.alike alike_check CHECK ((a_id < b_id))
registry.alike alike_check1 CHECK (((decision IS NULL) = (decided_at IS NULL)))
registry.alike alike_decision_check CHECK ((decision = ANY (ARRAY['merged'::text, 'apart'::text])))
registry.alike alike_pkey PRIMARY KEY (id)
registry.alike_search alike_search_only_one_check CHECK (only_one)
registry.alike_search alike_search_pkey PRIMARY KEY (only_one)
registry.care care_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'statutory'::text])))
registry.care care_check CHECK (((until_on IS NULL) = (ended_by IS NULL)))
registry.care care_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.thing(id)
registry.care care_pkey PRIMARY KEY (id)
registry.care care_source_check CHECK (((basis = 'statutory'::text) = (source IS NOT NULL)))
registry.care_policy care_policy_keep_days_check CHECK (((keep_days >= 30) AND (keep_days <= 3650)))
registry.care_policy care_policy_pkey PRIMARY KEY (care_group, version)
registry.care_policy care_policy_version_check CHECK ((version >= 1))
registry.care_policy care_policy_visit_days_check CHECK (((visit_days >= 1) AND (visit_days <= 730)))
registry.cleaning cleaning_pkey PRIMARY KEY (id)
registry.conflict conflict_check CHECK (((outcome IS NULL) = (settled_at IS NULL)))
registry.conflict conflict_outcome_check CHECK ((outcome = ANY (ARRAY['stands'::text, 'offered'::text])))
registry.conflict conflict_pkey PRIMARY KEY (id)
registry.conflict conflict_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES registry.thing(id)
registry.consent consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES registry.thing(id)
registry.consent consent_pkey PRIMARY KEY (id)
registry.consent consent_way_check CHECK ((way = ANY (ARRAY['signed'::text, 'spoken'::text, 'guardian'::text, 'not-noted'::text])))
registry.correction correction_check CHECK (((outcome IS NULL) = (settled_at IS NULL)))
registry.correction correction_check1 CHECK (((outcome IS NULL) = (answer IS NULL)))
registry.correction correction_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text])))
registry.correction correction_pkey PRIMARY KEY (id)
registry.correction correction_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES registry.thing(id)
registry.entry entry_pkey PRIMARY KEY (thing_id, serial)
registry.entry entry_serial_check CHECK ((serial >= 1))
registry.entry entry_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES registry.thing(id)
registry.event event_pkey PRIMARY KEY (id)
registry.event event_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES registry.thing(id)
registry.export_piece export_piece_export_id_fkey FOREIGN KEY (export_id) REFERENCES registry.sheet_export(id)
registry.export_piece export_piece_pkey PRIMARY KEY (export_id, serial)
registry.import_chunk import_chunk_import_id_fkey FOREIGN KEY (import_id) REFERENCES registry.sheet_import(id) ON DELETE CASCADE
registry.import_chunk import_chunk_pkey PRIMARY KEY (import_id, serial)
registry.import_mark import_mark_pkey PRIMARY KEY (key)
registry.import_mark import_mark_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES registry.thing(id)
registry.import_piece import_piece_import_id_fkey FOREIGN KEY (import_id) REFERENCES registry.sheet_import(id) ON DELETE CASCADE
registry.import_piece import_piece_pkey PRIMARY KEY (import_id, at)
registry.import_seen import_seen_import_id_fkey FOREIGN KEY (import_id) REFERENCES registry.sheet_import(id) ON DELETE CASCADE
registry.import_seen import_seen_pkey PRIMARY KEY (import_id, key)
registry.lay_in lay_in_check CHECK ((until_on > from_on))
registry.lay_in lay_in_home_id_fkey FOREIGN KEY (home_id) REFERENCES registry.thing(id)
registry.lay_in lay_in_pkey PRIMARY KEY (home_id, until_on)
registry.look look_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES registry.thing(id)
registry.merge merge_check CHECK ((kept_id <> gone_id))
registry.merge merge_gone_id_fkey FOREIGN KEY (gone_id) REFERENCES registry.thing(id)
registry.merge merge_kept_id_fkey FOREIGN KEY (kept_id) REFERENCES registry.thing(id)
registry.merge merge_pkey PRIMARY KEY (id)
registry.relation relation_check CHECK ((until_on >= from_on))
registry.relation relation_check1 CHECK (((until_on IS NULL) = (ended_at IS NULL)))
registry.relation relation_check2 CHECK ((from_id <> to_id))
registry.relation relation_from_id_fkey FOREIGN KEY (from_id) REFERENCES registry.thing(id)
registry.relation relation_pkey PRIMARY KEY (id)
registry.relation relation_to_id_fkey FOREIGN KEY (to_id) REFERENCES registry.thing(id)
registry.secret secret_pkey PRIMARY KEY (id)
registry.secret secret_thing_id_fkey FOREIGN KEY (thing_id) REFERENCES registry.thing(id)
registry.sheet_export sheet_export_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text])))
registry.sheet_export sheet_export_pkey PRIMARY KEY (id)
registry.sheet_export sheet_export_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text])))
registry.sheet_import sheet_import_pkey PRIMARY KEY (id)
registry.sheet_import sheet_import_state_check CHECK ((state = ANY (ARRAY['uploading'::text, 'reading'::text, 'mapping'::text, 'checking'::text, 'checked'::text, 'taking'::text, 'done'::text, 'stopped'::text])))
registry.sheet_mapping sheet_mapping_pkey PRIMARY KEY (signature)
registry.span span_check CHECK ((until_on > from_on))
registry.span span_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'housing'::text, 'household'::text, 'tenancy'::text])))
registry.street_alias street_alias_check CHECK ((now <> was))
registry.street_alias street_alias_pkey PRIMARY KEY (was)
registry.thing thing_check CHECK (((state = 'current'::text) = (ended_on IS NULL)))
registry.thing thing_check1 CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL)))
registry.thing thing_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES registry.thing(id)
registry.thing thing_pkey PRIMARY KEY (id)
registry.thing thing_state_check CHECK ((state = ANY (ARRAY['current'::text, 'moved-away'::text, 'dead'::text, 'ended'::text, 'merged'::text])))
relay.passing passing_check CHECK (((passed_at IS NULL) = (passed_by IS NULL)))
relay.passing passing_check1 CHECK (((asked_sealed IS NULL) OR (passed_at IS NOT NULL)))
relay.passing passing_check2 CHECK (((answered_at IS NULL) = (answer_sealed IS NULL)))
relay.passing passing_pkey PRIMARY KEY (word_id, post_id)
relay.passing passing_word_id_fkey FOREIGN KEY (word_id) REFERENCES relay.word(id)
relay.word word_check CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
relay.word word_pkey PRIMARY KEY (id)
routing.rule rule_check CHECK ((valid_until >= valid_from))
routing.rule rule_check1 CHECK (((from_minute IS NULL) = (until_minute IS NULL)))
routing.rule rule_check2 CHECK (((class_kind IS NOT NULL) OR (class_start = ''::text)))
routing.rule rule_check3 CHECK (((case_id IS NULL) = (case_number IS NULL)))
routing.rule rule_class_kind_check CHECK ((class_kind = ANY (ARRAY['component'::text, 'event'::text])))
routing.rule rule_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
routing.rule rule_pkey PRIMARY KEY (id, version)
routing.rule rule_until_minute_check CHECK (((until_minute >= 0) AND (until_minute <= 1439)))
routing.rule rule_version_check CHECK ((version >= 1))
routing.shift shift_check CHECK ((ends_at > starts_at))
routing.shift shift_check1 CHECK (((stands_in_for IS NULL) = (reason IS NULL)))
routing.shift shift_check2 CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
routing.shift shift_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439)))
routing.shift shift_pkey PRIMARY KEY (id)
routing.shift shift_until_minute_check CHECK (((until_minute >= 0) AND (until_minute <= 1439)))
settings.entered entered_pkey PRIMARY KEY (group_name, key, version)
settings.entered entered_version_check CHECK ((version >= 1))
supervision.case_fact case_fact_pkey PRIMARY KEY (case_id)
supervision.escalation escalation_pkey PRIMARY KEY (subject_kind, subject_id, timer, started_at, light, level)
supervision.number_counter number_counter_pkey PRIMARY KEY (kind, year)
supervision.order_paper order_paper_from_id_fkey FOREIGN KEY (from_id) REFERENCES supervision.order_paper(id)
supervision.order_paper order_paper_kind_check CHECK ((kind = ANY (ARRAY['urge'::text, 'order'::text, 'instruction'::text])))
supervision.order_paper order_paper_number_key UNIQUE (number)
supervision.order_paper order_paper_pkey PRIMARY KEY (id)
visits.look look_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits.visit(id)
visits.visit visit_check CHECK (((done_at IS NULL) = (done_by IS NULL)))
visits.visit visit_pkey PRIMARY KEY (id)
visits.visit visit_reached_check CHECK ((reached >= 0))
worktime.calendar calendar_key_check CHECK (((key = 'default'::text) OR (key ~ '^[0-9]{6}([0-9]{3}){0,2}$'::text)))
worktime.calendar calendar_offset_minutes_check CHECK (((offset_minutes >= '-720'::integer) AND (offset_minutes <= 840)))
worktime.calendar calendar_pkey PRIMARY KEY (key)
worktime.day day_calendar_fkey FOREIGN KEY (calendar) REFERENCES worktime.calendar(key)
worktime.day day_kind_check CHECK ((kind = ANY (ARRAY['rest'::text, 'work'::text])))
worktime.day day_pkey PRIMARY KEY (calendar, day)
worktime.moved_part moved_part_pkey PRIMARY KEY (replay_id, after)
worktime.replay replay_pkey PRIMARY KEY (id)
worktime.timer timer_amount_check CHECK ((amount > (0)::double precision))
worktime.timer timer_pkey PRIMARY KEY (id)
worktime.timer timer_subject_kind_subject_id_name_key UNIQUE (subject_kind, subject_id, name)
worktime.year year_calendar_fkey FOREIGN KEY (calendar) REFERENCES worktime.calendar(key)
worktime.year year_pkey PRIMARY KEY (calendar, year)

-- indexes
CREATE INDEX acknowledgement_person ON institutions.acknowledgement USING btree (person_id)
CREATE INDEX alike_open ON registry.alike USING btree (score DESC, id) WHERE (decision IS NULL)
CREATE INDEX appointment_person ON identity.appointment USING btree (person_id, from_at)
CREATE INDEX article_words ON hotline.article USING gin (words)
CREATE INDEX assignment_grid ON posts.assignment USING btree (grid_path) WHERE (valid_to IS NULL)
CREATE INDEX attachment_subject ON files.attachment USING btree (subject_kind, subject_id)
CREATE INDEX attempt_locked ON identity.attempt USING btree (locked_until DESC, id DESC) WHERE (locked_until IS NOT NULL)
CREATE INDEX body_member_body ON posts.body_member USING btree (body_id)
CREATE INDEX building_courtyard ON places.building USING btree (courtyard_id) WHERE (courtyard_id IS NOT NULL)
CREATE INDEX building_spot ON places.building USING gist (spot)
CREATE INDEX building_street ON places.building USING btree (street, house_number, id)
CREATE INDEX call_back_time ON hotline.call_back USING btree (at)
CREATE INDEX call_case ON coordination.call USING btree (case_id) WHERE (case_id IS NOT NULL)
CREATE INDEX call_case ON hotline.call USING btree (case_id) WHERE (case_id IS NOT NULL)
CREATE INDEX call_open ON help.call USING btree (at, id) WHERE (status <> 'ended'::text)
CREATE INDEX call_owner ON help.call USING btree (owner_id, at, id)
CREATE INDEX call_phone ON hotline.call USING btree (phone_index, taken_at)
CREATE INDEX call_time ON coordination.call USING btree (blown_at)
CREATE INDEX call_time ON help.call USING btree (at, id)
CREATE INDEX call_to_call_back ON hotline.call USING btree (unit_id, id) WHERE ((case_id IS NOT NULL) AND (called_back_at IS NULL))
CREATE INDEX call_unit ON coordination.call USING btree (unit_id, blown_at)
CREATE INDEX call_unit ON hotline.call USING btree (unit_id, taken_at)
CREATE INDEX call_without_words ON hotline.call USING btree (id) WHERE (words IS NULL)
CREATE INDEX call_words ON hotline.call USING gin (words) WITH (gin_pending_list_limit='256')
CREATE INDEX caller_look_call ON hotline.caller_look USING btree (call_id, at)
CREATE INDEX care_by_consent ON registry.care USING btree (person_id) WHERE ((until_on IS NULL) AND (basis = 'consent'::text))
CREATE INDEX care_ended ON registry.care USING btree (until_on) WHERE (until_on IS NOT NULL)
CREATE INDEX case_call_back_time ON hotline.case_call_back USING btree (at)
CREATE INDEX case_fact_accept ON supervision.case_fact USING btree (accept_due)
CREATE INDEX case_fact_done ON supervision.case_fact USING btree (whole_done)
CREATE INDEX case_fact_handle ON supervision.case_fact USING btree (handle_due)
CREATE INDEX case_fact_left_out ON supervision.case_fact USING btree (reported_at) WHERE (left_out IS NOT NULL)
CREATE INDEX case_fact_next ON supervision.case_fact USING btree (next_at) WHERE (next_at IS NOT NULL)
CREATE INDEX case_fact_open ON supervision.case_fact USING btree (light, stage_due) WHERE is_open
CREATE INDEX case_fact_reported ON supervision.case_fact USING btree (reported_at)
CREATE INDEX case_fact_respond ON supervision.case_fact USING btree (respond_due)
CREATE INDEX case_fact_whole ON supervision.case_fact USING btree (whole_due)
CREATE INDEX case_file_changed ON cases.case_file USING btree (source, since, id) WHERE (source = ANY (ARRAY['sensor'::text, 'video'::text, 'superior'::text, 'media'::text]))
CREATE INDEX case_file_into ON cases.case_file USING btree (into_id) WHERE (into_id IS NOT NULL)
CREATE INDEX case_file_owner ON cases.case_file USING btree (owner_id, reported_at, id) WHERE (owner_id IS NOT NULL)
CREATE INDEX case_file_place_1 ON cases.case_file USING btree (place_1, reported_at, id)
CREATE INDEX case_file_place_1_status ON cases.case_file USING btree (place_1, status, reported_at, id)
CREATE INDEX case_file_place_2 ON cases.case_file USING btree (place_2, reported_at, id)
CREATE INDEX case_file_place_2_status ON cases.case_file USING btree (place_2, status, reported_at, id)
CREATE INDEX case_file_place_3 ON cases.case_file USING btree (place_3, reported_at, id)
CREATE INDEX case_file_place_3_status ON cases.case_file USING btree (place_3, status, reported_at, id)
CREATE INDEX case_file_place_4 ON cases.case_file USING btree (place_4, reported_at, id)
CREATE INDEX case_file_place_4_status ON cases.case_file USING btree (place_4, status, reported_at, id)
CREATE INDEX case_file_pool ON cases.case_file USING btree (reported_at) WHERE ((status = 'reported'::text) AND (claimed_by IS NULL))
CREATE INDEX case_file_post ON cases.case_file USING btree (post_id, status, reported_at, id) WHERE (post_id IS NOT NULL)
CREATE INDEX case_file_spot ON cases.case_file USING gist (spot)
CREATE INDEX case_file_suspended ON cases.case_file USING btree (suspended_until) WHERE (suspended_until IS NOT NULL)
CREATE INDEX case_file_time ON cases.case_file USING btree (reported_at, id)
CREATE INDEX case_file_unit ON cases.case_file USING btree (unit_id, status, reported_at, id) WHERE (unit_id IS NOT NULL)
CREATE INDEX case_file_verifier ON cases.case_file USING btree (post_id) WHERE (status = 'handled'::text)
CREATE INDEX case_file_words ON cases.case_file USING gin (words) WITH (gin_pending_list_limit='512')
CREATE INDEX conflict_open ON registry.conflict USING btree (thing_id) WHERE (outcome IS NULL)
CREATE INDEX consent_person ON registry.consent USING btree (person_id, purpose)
CREATE INDEX correction_open ON registry.correction USING btree (due_on) WHERE (outcome IS NULL)
CREATE INDEX courtyard_name ON places.courtyard USING btree (name)
CREATE INDEX courtyard_spot ON places.courtyard USING gist (spot)
CREATE INDEX deduction_open ON cleaning.deduction USING btree (id) WHERE (state = 'objected'::text)
CREATE INDEX deduction_section ON cleaning.deduction USING btree (section_id, month)
CREATE INDEX device_contact ON identity.device USING btree (last_contact_at DESC, device_id DESC)
CREATE INDEX device_person ON identity.device USING btree (person_id)
CREATE INDEX device_session ON identity.device USING btree (session_id)
CREATE INDEX entrance_building ON places.entrance USING btree (building_id)
CREATE INDEX entry_about ON audit.entry USING btree (subject_id, at, id)
CREATE INDEX entry_at ON audit.entry USING btree (at, id)
CREATE INDEX entry_case ON diary.entry USING btree (case_id) WHERE (case_id IS NOT NULL)
CREATE INDEX entry_of_actor ON audit.entry USING btree (actor_id, at, id)
CREATE INDEX entry_of_command ON audit.entry USING btree (command, at, id)
CREATE INDEX entry_owner ON diary.entry USING btree (owner_id, written_at, id)
CREATE INDEX entry_place_1 ON diary.entry USING btree (place_1, written_at, id)
CREATE INDEX entry_place_2 ON diary.entry USING btree (place_2, written_at, id)
CREATE INDEX entry_place_3 ON diary.entry USING btree (place_3, written_at, id)
CREATE INDEX entry_refused ON audit.entry USING btree (at, id) WHERE (outcome <> 'done'::text)
CREATE INDEX entry_time ON diary.entry USING btree (written_at, id)
CREATE INDEX entry_unanswered ON diary.entry USING btree (due_at) WHERE (first_feedback_at IS NULL)
CREATE INDEX entry_words ON diary.entry USING gin (words)
CREATE INDEX event_call ON help.event USING btree (call_id, at, id)
CREATE INDEX event_case ON exchange.event USING btree (case_id, at)
CREATE INDEX event_deduction ON cleaning.event USING btree (deduction_id, at, id)
CREATE INDEX event_device ON exchange.event USING btree (client_id, device, signal, at) WHERE (device IS NOT NULL)
CREATE INDEX event_matter ON mediation.event USING btree (matter_id, at, id)
CREATE INDEX event_number ON exchange.event USING btree (client_id, case_number)
CREATE INDEX event_subject ON registry.event USING btree (subject_id, happened_on)
CREATE INDEX event_time ON exchange.event USING btree (client_id, at, event_id)
CREATE INDEX file_uploaded ON files.file USING btree (uploaded_at)
CREATE INDEX goes_along_subject ON files.goes_along USING btree (subject_kind, subject_id)
CREATE INDEX item_place_1 ON inbox.item USING btree (permission, place_1, since)
CREATE INDEX item_place_2 ON inbox.item USING btree (permission, place_2, since)
CREATE INDEX item_place_3 ON inbox.item USING btree (permission, place_3, since)
CREATE INDEX item_place_4 ON inbox.item USING btree (permission, place_4, since)
CREATE INDEX item_post ON inbox.item USING btree (permission, post_id, since) WHERE (post_id IS NOT NULL)
CREATE INDEX item_unit ON inbox.item USING btree (permission, unit_id, since) WHERE (unit_id IS NOT NULL)
CREATE INDEX lay_in_grid ON registry.lay_in USING btree (grid_path, until_on)
CREATE INDEX lies_in_1 ON places.lies_in USING btree (place_1, kind, place_id)
CREATE INDEX lies_in_2 ON places.lies_in USING btree (place_2, kind, place_id)
CREATE INDEX lies_in_3 ON places.lies_in USING btree (place_3, kind, place_id)
CREATE INDEX lies_in_4 ON places.lies_in USING btree (place_4, kind, place_id)
CREATE INDEX lies_in_5 ON places.lies_in USING btree (place_5, kind, place_id)
CREATE INDEX line_name ON places.line USING btree (kind, name)
CREATE INDEX line_place_1 ON places.line USING btree (place_1, kind, name, id)
CREATE INDEX line_place_2 ON places.line USING btree (place_2, kind, name, id)
CREATE INDEX line_place_3 ON places.line USING btree (place_3, kind, name, id)
CREATE INDEX line_spot ON places.line USING gist (spot)
CREATE INDEX look_matter ON mediation.look USING btree (matter_id, at)
CREATE INDEX look_section ON cleaning.look USING btree (section_id, month)
CREATE INDEX look_thing ON registry.look USING btree (thing_id, at)
CREATE INDEX look_time ON registry.look USING btree (at)
CREATE INDEX look_visit ON visits.look USING btree (visit_id, at)
CREATE INDEX matter_owner ON mediation.matter USING btree (owner_id, at, id)
CREATE INDEX matter_place_3 ON mediation.matter USING btree (place_3, at, id)
CREATE INDEX matter_time ON mediation.matter USING btree (at, id)
CREATE INDEX merge_gone ON registry.merge USING btree (gone_id)
CREATE INDEX merge_kept ON registry.merge USING btree (kept_id)
CREATE INDEX notice_person ON notices.notice USING btree (person_id, at DESC, id DESC)
CREATE INDEX notice_unread ON notices.notice USING btree (person_id) WHERE (read_at IS NULL)
CREATE INDEX order_paper_case ON supervision.order_paper USING btree (case_id) WHERE (case_id IS NOT NULL)
CREATE INDEX order_paper_place ON supervision.order_paper USING btree (place_1, issued_at)
CREATE INDEX order_paper_time ON supervision.order_paper USING btree (issued_at)
CREATE INDEX order_paper_unit ON supervision.order_paper USING btree (unit_id, issued_at)
CREATE INDEX overlay_cell_path ON places.overlay_cell USING btree (grid_path)
CREATE INDEX overlay_kind ON places."overlay" USING btree (kind) WHERE (valid_to IS NULL)
CREATE INDEX paper_text_waiting ON files.paper_text USING btree (file_id) WHERE (state = 'waiting'::text)
CREATE INDEX paper_text_words ON files.paper_text USING gin (words)
CREATE INDEX passing_post ON relay.passing USING btree (post_id, word_id)
CREATE INDEX person_look_entry ON diary.person_look USING btree (entry_id, at)
CREATE INDEX person_staff_name ON identity.person USING btree (name COLLATE "zh-x-icu", id) WHERE staff
CREATE INDEX plan_post ON patrol.plan USING btree (post_id)
CREATE INDEX point_owner ON campaigns.point USING btree (owner_id)
CREATE INDEX point_post ON campaigns.point USING btree (post_id) WHERE (state = 'ordered'::text)
CREATE INDEX point_public ON campaigns.point USING btree (((body ->> 'tickedOffAt'::text)) DESC, id) WHERE ((state = 'ticked-off'::text) AND ((body -> 'isPublic'::text))::boolean)
CREATE INDEX point_unit ON campaigns.point USING btree (unit_id) WHERE (state = 'ordered'::text)
CREATE INDEX post_grid ON identity.post USING btree (grid_path, role_code)
CREATE INDEX post_on_grid_post ON grid.post_on_grid USING btree (post_id)
CREATE INDEX post_on_post ON places.post_on USING btree (post_id) WHERE (valid_to IS NULL)
CREATE INDEX post_place_1 ON identity.post USING btree (place_1, id)
CREATE INDEX post_place_2 ON identity.post USING btree (place_2, id)
CREATE INDEX post_place_3 ON identity.post USING btree (place_3, id)
CREATE INDEX post_place_4 ON identity.post USING btree (place_4, id)
CREATE INDEX post_role ON identity.post USING btree (role_code, id)
CREATE INDEX post_unit ON identity.post USING btree (unit_id, id)
CREATE INDEX priority_next ON cases.priority USING btree (weighed_by, next_at)
CREATE INDEX relation_from ON registry.relation USING btree (from_id, kind)
CREATE INDEX relation_to ON registry.relation USING btree (to_id, kind)
CREATE INDEX replay_asked ON worktime.replay USING btree (asked_at DESC, id DESC)
CREATE INDEX reporter_look_case ON cases.reporter_look USING btree (case_id, at)
CREATE INDEX request_at ON commands.request USING btree (at)
CREATE INDEX role_permission_word ON identity.role_permission USING btree (permission, role_code)
CREATE INDEX rotation_ring ON keys.rotation USING btree (ring, started_at)
CREATE INDEX round_day ON patrol.round USING btree (day, id)
CREATE INDEX round_place_2 ON patrol.round USING btree (place_2, day, id)
CREATE INDEX round_place_3 ON patrol.round USING btree (place_3, day, id)
CREATE INDEX round_plan ON patrol.round USING btree (plan_id, day)
CREATE INDEX round_post ON patrol.round USING btree (post_id, until_at)
CREATE INDEX secret_index ON registry.secret USING btree (index) WHERE (index IS NOT NULL)
CREATE INDEX secret_thing ON registry.secret USING btree (thing_id)
CREATE INDEX session_open ON identity.session USING btree (started_at DESC, id DESC) WHERE (ended_at IS NULL)
CREATE INDEX session_person ON identity.session USING btree (person_id, started_at DESC, id DESC)
CREATE INDEX sheet_export_by ON registry.sheet_export USING btree (by_id, created_at DESC)
CREATE INDEX sheet_export_running ON registry.sheet_export USING btree (beat_at) WHERE (state = 'running'::text)
CREATE INDEX sheet_import_by ON registry.sheet_import USING btree (by_id, created_at DESC)
CREATE INDEX sheet_import_running ON registry.sheet_import USING btree (beat_at) WHERE (state = ANY (ARRAY['reading'::text, 'checking'::text, 'taking'::text]))
CREATE INDEX shift_begun ON routing.shift USING btree (starts_at) WHERE (removed_at IS NULL)
CREATE INDEX shift_post ON routing.shift USING btree (post_id, starts_at) WHERE (removed_at IS NULL)
CREATE INDEX shift_unit ON routing.shift USING btree (unit_id, day) WHERE (removed_at IS NULL)
CREATE INDEX span_counted ON registry.span USING btree (grid_path, kind) INCLUDE (from_on, until_on, what, sex, born_on)
CREATE INDEX span_home ON registry.span USING btree (home_id)
CREATE INDEX span_thing ON registry.span USING btree (thing_id)
CREATE INDEX standard_text_step ON cases.standard_text USING btree (step) WHERE (NOT is_retired)
CREATE INDEX substitution_person ON identity.substitution USING btree (person_id, from_at) WHERE (ended_at IS NULL)
CREATE INDEX substitution_post ON identity.substitution USING btree (post_id, from_at)
CREATE INDEX succession_from ON grid.succession USING btree (from_path, on_day)
CREATE INDEX task_programme ON campaigns.task USING btree (parent_id)
CREATE INDEX thing_born_named ON registry.thing USING btree (born_on, title COLLATE "C") WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_changed ON registry.thing USING btree (changed_at, id) WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_door ON registry.thing USING btree (((fields ->> 'building'::text)), ((fields ->> 'room'::text))) WHERE (kind = 'housing'::text)
CREATE INDEX thing_findable_anew ON registry.thing USING btree (id) WHERE (findable_by < 2)
CREATE INDEX thing_household_number ON registry.thing USING btree (((fields ->> 'number'::text))) WHERE (kind = 'household'::text)
CREATE INDEX thing_in_place_1 ON registry.thing USING btree (place_1, kind, title, id)
CREATE INDEX thing_in_place_2 ON registry.thing USING btree (place_2, kind, title, id)
CREATE INDEX thing_in_place_3 ON registry.thing USING btree (place_3, kind, title, id)
CREATE INDEX thing_in_place_4 ON registry.thing USING btree (place_4, kind, title, id)
CREATE INDEX thing_in_place_5 ON registry.thing USING btree (place_5, kind, title, id)
CREATE INDEX thing_initials_1 ON registry.thing USING btree (place_1, registry.initials_in(words) COLLATE "C") WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_initials_2 ON registry.thing USING btree (place_2, registry.initials_in(words) COLLATE "C") WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_initials_3 ON registry.thing USING btree (place_3, registry.initials_in(words) COLLATE "C") WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_namesakes ON registry.thing USING btree (title, born_on) WHERE (kind = 'person'::text)
CREATE INDEX thing_pinyin_1 ON registry.thing USING btree (place_1, registry.pinyin_in(words) COLLATE "C") WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_pinyin_2 ON registry.thing USING btree (place_2, registry.pinyin_in(words) COLLATE "C") WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_pinyin_3 ON registry.thing USING btree (place_3, registry.pinyin_in(words) COLLATE "C") WHERE ((kind = 'person'::text) AND (state = 'current'::text))
CREATE INDEX thing_stale ON registry.thing USING btree (stale_on) WHERE ((state = 'current'::text) AND (stale_on IS NOT NULL))
CREATE INDEX thing_words ON registry.thing USING gin (registry.words_at(words, grid_path)) WITH (gin_pending_list_limit='256')
CREATE INDEX timer_next ON worktime.timer USING btree (next_at) WHERE (next_at IS NOT NULL)
CREATE INDEX timer_open ON worktime.timer USING btree (id) WHERE (ended_at IS NULL)
CREATE INDEX timer_uncovered ON worktime.timer USING btree (calendar) WHERE ((uncovered <> '{}'::integer[]) AND (ended_at IS NULL))
CREATE INDEX track_heard ON patrol.track USING btree (heard_at)
CREATE INDEX upload_begun ON files.upload USING btree (begun_at)
CREATE INDEX version_words ON institutions.version USING gin (words)
CREATE INDEX visit_owner ON visits.visit USING btree (owner_id, at, id)
CREATE INDEX visit_place_2 ON visits.visit USING btree (place_2, at, id)
CREATE INDEX visit_place_3 ON visits.visit USING btree (place_3, at, id)
CREATE INDEX visit_thing ON visits.visit USING gin (thing_ids)
CREATE INDEX visit_time ON visits.visit USING btree (at, id)
CREATE INDEX word_time ON relay.word USING btree (at, id)
CREATE INDEX work_order_campaign ON campaigns.work_order USING btree (campaign_id)
CREATE UNIQUE INDEX account_login_key ON identity.account USING btree (login)
CREATE UNIQUE INDEX account_pkey ON identity.account USING btree (person_id)
CREATE UNIQUE INDEX acknowledgement_pkey ON institutions.acknowledgement USING btree (document_id, version, person_id)
CREATE UNIQUE INDEX alike_a_id_b_id_key ON registry.alike USING btree (a_id, b_id)
CREATE UNIQUE INDEX alike_pkey ON registry.alike USING btree (id)
CREATE UNIQUE INDEX alike_search_pkey ON registry.alike_search USING btree (only_one)
CREATE UNIQUE INDEX appointment_holder ON identity.appointment USING btree (post_id) WHERE (until_at IS NULL)
CREATE UNIQUE INDEX appointment_pkey ON identity.appointment USING btree (id)
CREATE UNIQUE INDEX article_pkey ON hotline.article USING btree (id, version)
CREATE UNIQUE INDEX assignment_pkey ON posts.assignment USING btree (id)
CREATE UNIQUE INDEX attachment_pkey ON files.attachment USING btree (file_id)
CREATE UNIQUE INDEX attempt_kind_key_key ON identity.attempt USING btree (kind, key)
CREATE UNIQUE INDEX attempt_pkey ON identity.attempt USING btree (id)
CREATE UNIQUE INDEX body_member_pkey ON posts.body_member USING btree (id)
CREATE UNIQUE INDEX body_pkey ON posts.body USING btree (id)
CREATE UNIQUE INDEX building_pkey ON places.building USING btree (id)
CREATE UNIQUE INDEX calendar_pkey ON worktime.calendar USING btree (key)
CREATE UNIQUE INDEX call_back_pkey ON hotline.call_back USING btree (call_id, try)
CREATE UNIQUE INDEX call_pkey ON coordination.call USING btree (id)
CREATE UNIQUE INDEX call_pkey ON help.call USING btree (id)
CREATE UNIQUE INDEX call_pkey ON hotline.call USING btree (id)
CREATE UNIQUE INDEX call_whistle_id_unit_id_key ON coordination.call USING btree (whistle_id, unit_id)
CREATE UNIQUE INDEX campaign_pkey ON campaigns.campaign USING btree (id)
CREATE UNIQUE INDEX care_once ON registry.care USING btree (person_id, care_group) WHERE (until_on IS NULL)
CREATE UNIQUE INDEX care_pkey ON registry.care USING btree (id)
CREATE UNIQUE INDEX care_policy_pkey ON registry.care_policy USING btree (care_group, version)
CREATE UNIQUE INDEX case_call_back_pkey ON hotline.case_call_back USING btree (case_id, try)
CREATE UNIQUE INDEX case_event_pkey ON cases.case_event USING btree (case_id, version)
CREATE UNIQUE INDEX case_fact_pkey ON supervision.case_fact USING btree (case_id)
CREATE UNIQUE INDEX case_file_number_key ON cases.case_file USING btree (number)
CREATE UNIQUE INDEX case_file_pkey ON cases.case_file USING btree (id)
CREATE UNIQUE INDEX change_pkey ON live.change USING btree (xid, id)
CREATE UNIQUE INDEX checklist_pkey ON patrol.checklist USING btree (id, version)
CREATE UNIQUE INDEX cleaning_pkey ON registry.cleaning USING btree (id)
CREATE UNIQUE INDEX client_key_hash_key ON exchange.client USING btree (key_hash)
CREATE UNIQUE INDEX client_pkey ON exchange.client USING btree (id)
CREATE UNIQUE INDEX conflict_once ON registry.conflict USING btree (thing_id, field, by_id, true_on) WHERE (outcome IS NULL)
CREATE UNIQUE INDEX conflict_pkey ON registry.conflict USING btree (id)
CREATE UNIQUE INDEX consent_pkey ON registry.consent USING btree (id)
CREATE UNIQUE INDEX correction_pkey ON registry.correction USING btree (id)
CREATE UNIQUE INDEX courtyard_pkey ON places.courtyard USING btree (id)
CREATE UNIQUE INDEX day_head_pkey ON audit.day_head USING btree (day)
CREATE UNIQUE INDEX day_pkey ON worktime.day USING btree (calendar, day)
CREATE UNIQUE INDEX deduction_pkey ON cleaning.deduction USING btree (id)
CREATE UNIQUE INDEX demo_login_pkey ON identity.demo_login USING btree (login)
CREATE UNIQUE INDEX device_pkey ON identity.device USING btree (device_id, person_id)
CREATE UNIQUE INDEX device_time_pkey ON audit.device_time USING btree (actor_id, request_id)
CREATE UNIQUE INDEX document_number_key ON institutions.document USING btree (number)
CREATE UNIQUE INDEX document_pkey ON institutions.document USING btree (id)
CREATE UNIQUE INDEX draft_approved ON grid.draft USING btree ((true)) WHERE (state = 'approved'::text)
CREATE UNIQUE INDEX draft_edit_pkey ON grid.draft_edit USING btree (draft_id, serial)
CREATE UNIQUE INDEX draft_edit_undone_once ON grid.draft_edit USING btree (draft_id, undoes) WHERE (undoes IS NOT NULL)
CREATE UNIQUE INDEX draft_pkey ON grid.draft USING btree (id)
CREATE UNIQUE INDEX draft_step_pkey ON grid.draft_step USING btree (draft_id, serial)
CREATE UNIQUE INDEX entered_pkey ON settings.entered USING btree (group_name, key, version)
CREATE UNIQUE INDEX entrance_number ON places.entrance USING btree (building_id, number) WHERE (valid_to IS NULL)
CREATE UNIQUE INDEX entrance_pkey ON places.entrance USING btree (id)
CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (id)
CREATE UNIQUE INDEX entry_pkey ON coordination.entry USING btree (call_id, serial)
CREATE UNIQUE INDEX entry_pkey ON diary.entry USING btree (id)
CREATE UNIQUE INDEX entry_pkey ON registry.entry USING btree (thing_id, serial)
CREATE UNIQUE INDEX escalation_pkey ON supervision.escalation USING btree (subject_kind, subject_id, timer, started_at, light, level)
CREATE UNIQUE INDEX event_pkey ON campaigns.event USING btree (subject_id, serial)
CREATE UNIQUE INDEX event_pkey ON cleaning.event USING btree (id)
CREATE UNIQUE INDEX event_pkey ON exchange.event USING btree (client_id, event_id)
CREATE UNIQUE INDEX event_pkey ON help.event USING btree (id)
CREATE UNIQUE INDEX event_pkey ON mediation.event USING btree (id)
CREATE UNIQUE INDEX event_pkey ON registry.event USING btree (id)
CREATE UNIQUE INDEX export_piece_pkey ON registry.export_piece USING btree (export_id, serial)
CREATE UNIQUE INDEX feedback_pkey ON diary.feedback USING btree (entry_id, serial)
CREATE UNIQUE INDEX file_pkey ON files.file USING btree (id)
CREATE UNIQUE INDEX filing_condition_pkey ON catalogue.filing_condition USING btree (id, version)
CREATE UNIQUE INDEX follow_up_pkey ON grid.follow_up USING btree (draft_id, kind)
CREATE UNIQUE INDEX follower_pkey ON live.follower USING btree (name)
CREATE UNIQUE INDEX goes_along_pkey ON files.goes_along USING btree (file_id, subject_kind, subject_id)
CREATE UNIQUE INDEX grid_code_in_force ON grid.grid USING btree (scheme, code) WHERE (valid_to IS NULL)
CREATE UNIQUE INDEX grid_in_force ON grid.grid USING btree (path) WHERE (valid_to IS NULL)
CREATE UNIQUE INDEX grid_pkey ON grid.grid USING btree (path, valid_from)
CREATE UNIQUE INDEX ground_pkey ON help.ground USING btree (call_id, grid_path)
CREATE UNIQUE INDEX import_chunk_pkey ON registry.import_chunk USING btree (import_id, serial)
CREATE UNIQUE INDEX import_mark_id ON registry.import_mark USING btree (id)
CREATE UNIQUE INDEX import_mark_pkey ON registry.import_mark USING btree (key)
CREATE UNIQUE INDEX import_piece_pkey ON registry.import_piece USING btree (import_id, at)
CREATE UNIQUE INDEX import_seen_pkey ON registry.import_seen USING btree (import_id, key)
CREATE UNIQUE INDEX installation_pkey ON identity.installation USING btree (only_row)
CREATE UNIQUE INDEX item_pkey ON inbox.item USING btree (subject_kind, subject_id, task)
CREATE UNIQUE INDEX lay_in_pkey ON registry.lay_in USING btree (home_id, until_on)
CREATE UNIQUE INDEX lies_in_now ON places.lies_in USING btree (kind, place_id) WHERE (valid_to IS NULL)
CREATE UNIQUE INDEX lies_in_pkey ON places.lies_in USING btree (kind, place_id, valid_from)
CREATE UNIQUE INDEX line_pkey ON places.line USING btree (id)
CREATE UNIQUE INDEX local_class_pkey ON catalogue.local_class USING btree (class_kind, class_code, version)
CREATE UNIQUE INDEX look_pkey ON cleaning.look USING btree (id)
CREATE UNIQUE INDEX matter_pkey ON mediation.matter USING btree (id)
CREATE UNIQUE INDEX merge_pkey ON registry.merge USING btree (id)
CREATE UNIQUE INDEX migration_pkey ON platform.migration USING btree (part, name)
CREATE UNIQUE INDEX moved_part_pkey ON worktime.moved_part USING btree (replay_id, after)
CREATE UNIQUE INDEX notice_pkey ON notices.notice USING btree (id)
CREATE UNIQUE INDEX number_counter_pkey ON campaigns.number_counter USING btree (kind, year)
CREATE UNIQUE INDEX number_counter_pkey ON coordination.number_counter USING btree (year)
CREATE UNIQUE INDEX number_counter_pkey ON diary.number_counter USING btree (district, year)
CREATE UNIQUE INDEX number_counter_pkey ON supervision.number_counter USING btree (kind, year)
CREATE UNIQUE INDEX number_lane_pkey ON cases.number_lane USING btree (district, year, lane)
CREATE UNIQUE INDEX order_paper_number_key ON supervision.order_paper USING btree (number)
CREATE UNIQUE INDEX order_paper_pkey ON supervision.order_paper USING btree (id)
CREATE UNIQUE INDEX overlay_cell_pkey ON places.overlay_cell USING btree (overlay_id, grid_path, valid_from)
CREATE UNIQUE INDEX overlay_pkey ON places."overlay" USING btree (id)
CREATE UNIQUE INDEX paper_text_pkey ON files.paper_text USING btree (file_id)
CREATE UNIQUE INDEX passing_pkey ON relay.passing USING btree (word_id, post_id)
CREATE UNIQUE INDEX password_history_pkey ON identity.password_history USING btree (person_id, set_at)
CREATE UNIQUE INDEX person_pkey ON identity.person USING btree (id)
CREATE UNIQUE INDEX plan_pkey ON patrol.plan USING btree (id)
CREATE UNIQUE INDEX plan_version_pkey ON patrol.plan_version USING btree (plan_id, version)
CREATE UNIQUE INDEX point_parent_id_list_number_key ON campaigns.point USING btree (parent_id, list_number)
CREATE UNIQUE INDEX point_pkey ON campaigns.point USING btree (id)
CREATE UNIQUE INDEX post_on_grid_pkey ON grid.post_on_grid USING btree (grid_path, duty, post_id)
CREATE UNIQUE INDEX post_on_pkey ON places.post_on USING btree (thing_kind, thing_id, duty, post_id, valid_from)
CREATE UNIQUE INDEX post_phone_pkey ON places.post_phone USING btree (post_id)
CREATE UNIQUE INDEX post_pkey ON identity.post USING btree (id)
CREATE UNIQUE INDEX priority_pkey ON cases.priority USING btree (case_id)
CREATE UNIQUE INDEX programme_pkey ON campaigns.programme USING btree (id)
CREATE UNIQUE INDEX progress_pkey ON keys.progress USING btree (rotation_id, store)
CREATE UNIQUE INDEX receipt_actor_id_request_id_key ON cases.receipt USING btree (actor_id, request_id)
CREATE UNIQUE INDEX receipt_pkey ON cases.receipt USING btree (case_id)
CREATE UNIQUE INDEX relation_pkey ON registry.relation USING btree (id)
CREATE UNIQUE INDEX replay_pkey ON worktime.replay USING btree (id)
CREATE UNIQUE INDEX reporter_pkey ON cases.reporter USING btree (case_id)
CREATE UNIQUE INDEX request_pkey ON commands.request USING btree (actor_id, request_id)
CREATE UNIQUE INDEX role_offer_pkey ON identity.role_offer USING btree (role_code, permission, scope)
CREATE UNIQUE INDEX role_permission_pkey ON identity.role_permission USING btree (role_code, permission, scope)
CREATE UNIQUE INDEX role_pkey ON identity.role USING btree (code)
CREATE UNIQUE INDEX rotation_pkey ON keys.rotation USING btree (id)
CREATE UNIQUE INDEX round_pkey ON patrol.round USING btree (id)
CREATE UNIQUE INDEX rule_pkey ON routing.rule USING btree (id, version)
CREATE UNIQUE INDEX saved_view_person_id_name_key ON cases.saved_view USING btree (person_id, name)
CREATE UNIQUE INDEX saved_view_pkey ON cases.saved_view USING btree (id)
CREATE UNIQUE INDEX seal_entry_id_key ON audit.seal USING btree (entry_id)
CREATE UNIQUE INDEX seal_pkey ON audit.seal USING btree ("position")
CREATE UNIQUE INDEX secret_pkey ON registry.secret USING btree (id)
CREATE UNIQUE INDEX session_pkey ON identity.session USING btree (id)
CREATE UNIQUE INDEX session_token_hash_key ON identity.session USING btree (token_hash)
CREATE UNIQUE INDEX setup_token_pkey ON identity.setup_token USING btree (token_hash)
CREATE UNIQUE INDEX sheet_export_pkey ON registry.sheet_export USING btree (id)
CREATE UNIQUE INDEX sheet_import_pkey ON registry.sheet_import USING btree (id)
CREATE UNIQUE INDEX sheet_mapping_id ON registry.sheet_mapping USING btree (id)
CREATE UNIQUE INDEX sheet_mapping_pkey ON registry.sheet_mapping USING btree (signature)
CREATE UNIQUE INDEX shift_pkey ON routing.shift USING btree (id)
CREATE UNIQUE INDEX standard_text_pkey ON cases.standard_text USING btree (id)
CREATE UNIQUE INDEX step_pkey ON patrol.step USING btree (round_id, serial)
CREATE UNIQUE INDEX street_alias_pkey ON registry.street_alias USING btree (was)
CREATE UNIQUE INDEX substitution_pkey ON identity.substitution USING btree (id)
CREATE UNIQUE INDEX task_pkey ON campaigns.task USING btree (id)
CREATE UNIQUE INDEX thing_pkey ON registry.thing USING btree (id)
CREATE UNIQUE INDEX timer_pkey ON worktime.timer USING btree (id)
CREATE UNIQUE INDEX timer_subject_kind_subject_id_name_key ON worktime.timer USING btree (subject_kind, subject_id, name)
CREATE UNIQUE INDEX track_pkey ON patrol.track USING btree (round_id, track_id)
CREATE UNIQUE INDEX transfer_entry_id_key ON diary.transfer USING btree (entry_id)
CREATE UNIQUE INDEX transfer_pkey ON diary.transfer USING btree (number)
CREATE UNIQUE INDEX tree_pkey ON grid.tree USING btree (one)
CREATE UNIQUE INDEX unit_parent_id_name_key ON identity.unit USING btree (parent_id, name) NULLS NOT DISTINCT
CREATE UNIQUE INDEX unit_pkey ON identity.unit USING btree (id)
CREATE UNIQUE INDEX upload_piece_pkey ON files.upload_piece USING btree (upload_id, at)
CREATE UNIQUE INDEX upload_pkey ON files.upload USING btree (id)
CREATE UNIQUE INDEX vacancy_warning_pkey ON posts.vacancy_warning USING btree (post_id, vacant_since)
CREATE UNIQUE INDEX version_pkey ON institutions.version USING btree (document_id, version)
CREATE UNIQUE INDEX visit_pkey ON visits.visit USING btree (id)
CREATE UNIQUE INDEX word_pkey ON relay.word USING btree (id)
CREATE UNIQUE INDEX work_order_number_key ON campaigns.work_order USING btree (number)
CREATE UNIQUE INDEX work_order_pkey ON campaigns.work_order USING btree (id)
CREATE UNIQUE INDEX year_pkey ON worktime.year USING btree (calendar, year)

-- comments
audit.day_head: The last hash of each finished day, shown and logged outside this database, so that a rewritten chain does not match what was published.
audit.device_time: By the clock of the device: when somebody did what an audit entry tells, for requests that say so. Added once, never changed.
audit.entry: Who asked for what, about what, and how it ended, refusals too. The application may add and read, never change or remove.
audit.seal: The chain over the entries: each hash covers the entry and the hash before it. Added a moment after the entries, by one sealer at a time.
campaigns.campaign: A campaign as its history adds up to (body); post_id is the post that owns it, owner_id who set it up.
campaigns.event: What happened to campaigns, points, programmes and tasks, in order. The application may add and read, never change or remove.
campaigns.number_counter: The last number given to a campaign, an order, a programme in a year; no gaps.
campaigns.point: A point of a campaign as its history adds up to (body); unit_id or post_id is to whom it was ordered, owner_id who surveyed it.
campaigns.programme: An action programme with its projects, as its history adds up to (body).
campaigns.task: A task of a programme with its milestones, as its history adds up to (body). How far it is, is never stored.
campaigns.work_order: An order to put points of a list right. The application may add and read, never change: what came of it is in the points.
cases.case_event: What happened to a case, in the order of version. The application may add and read, never change or remove.
cases.case_file: A case as it stands now. Derived from case_event by the reducer and written together with it, by case-store.ts only.
cases.number_lane: The next number of each lane of a district in a year. A report takes the lowest of those that nobody else is just taking; undone, it lays the number back, so in the end numbers have no gaps.
cases.priority: How much each open case presses, with its reasons and what was counted. Weighed again when something changes; nothing is decided by it.
cases.receipt: What a reporter was handed. Taken first, so that a copy of the report sent at the same moment waits and gets the same answer. Of the follow code only a keyed hash is kept.
cases.reporter: Name and phone that a reporter left, sealed with a key that is not in this database, apart from the case so that nothing shows them by accident.
cases.reporter_look: Who looked at a reporter's name and phone, and why. The application may add and read, never change or remove.
cases.saved_view: List filters that a person keeps under a name, for themselves.
cases.standard_text: Words that are written often, by step and, where it matters, by class. Chosen by a person, changed before sending, never written by themselves.
catalogue.filing_condition: The filing standard of the place, every version of it. In force on a day is the latest version that begins by then, unless ended. Without a clock a person has yet to decide what the limit's text means. The application may add and read, never change or remove.
catalogue.local_class: Classes that the place added to the national catalogue, every version. In force on a day is the latest version that begins by then, unless ended or adopted by a national class. The application may add and read, never change or remove.
cleaning.deduction: Points taken off a section, with why and where. Its row is what its events make of it; it belongs to a section, not to a person.
cleaning.event: What happened to a deduction: taken off, objected to, decided. The application may add and read, never change or remove.
cleaning.look: A section was looked at. Nothing asks how many looks somebody made. The application may add and read, never change or remove.
commands.request: Answers already given, so that a repeated request is answered again and not carried out twice. Swept after 90 days.
coordination.call: One department called by a street's whistle, as it stands; a whistle to several departments is several calls.
coordination.entry: What happened on a call, in order. The application may add and read, never change or remove.
coordination.number_counter: The last number given to a whistle in a year; no gaps.
diary.entry: The people's diary: one visit or talk about one matter. Whom one met is sealed.
diary.feedback: What was answered to an entry, each time. The application may add and read, never change or remove.
diary.number_counter: The last number of a transfer order by district and year.
diary.person_look: Who looked at whom an entry is about, and why. The application may add and read, never change or remove.
diary.transfer: Transfer orders: a matter of a diary handed up to the street. The application may add and read, never change or remove.
exchange.client: Other systems that report matters by themselves. The key is kept as a hash only.
exchange.event: What a client reported, by its own id, and the case that came of it. The application may add and read, never change or remove.
files.attachment: Which thing a photo belongs to, for good: who may see the thing may see the photo. The application may add and read, never change or remove.
files.file: A photo as it was received (when and where it was taken is read from it first, then everything but the picture is removed), or a paper under its name.
files.goes_along: A photo that belongs to one thing and is shown with another that came of it: a diary entry becomes a case. Who may see either may see the photo. The application may add and read, never change or remove.
files.paper_text: What is written in a paper, to be looked for and quoted; or why it could not be read.
files.upload: A photo that is on its way in pieces, under the id its sender gave it; gone as soon as it is whole.
files.upload_piece: What has come of a photo so far. In the database, so that whichever server gets the next piece knows the earlier ones.
grid.draft: A change of the tree of grids that is being drawn, decided upon, or waits for its day. What is in force is in grid.grid alone.
grid.draft_edit: The journal of a draft: each step of drawing, and each step that takes one back. The draft is what they add up to.
grid.draft_step: What was decided about a draft: submitted, returned, approved, withdrawn, put in force.
grid.follow_up: Which modules have followed a tree that came into force; what is missing is tried again.
grid.grid: The tree of grids with their boundaries, by date: a grid that is redrawn ends and another begins, so that old matters keep the grid they had.
grid.post_on_grid: Which posts stand on which grid, and for what. A post may stand on several grids; who holds it, or whether it is vacant, identity knows.
grid.succession: What became of a grid: from_path gave ground to to_path on that day. Neither path is ever given again. Unions of grids follow it.
grid.tree: One number that grows with every change of a boundary, name or code. Processes that hold the tree in memory compare it.
help.call: A call for help by somebody at work. It ends only by a person who took it. Nothing counts calls by person.
help.event: What happened to a call for help. The application may add and read, never change or remove; a change of key seals anew.
help.ground: Grids besides the first in which somebody who called for help said to be since. Whoever answers for one of them has the call too.
hotline.article: The knowledge base, every version of it. In force on a day is the latest version that begins by then, unless retired.
hotline.call: Calls to the hotline desk. The number is sealed; a keyed hash finds earlier calls of the same number.
hotline.call_back: Each try to call somebody back after closing. The application may add and read, never change or remove.
hotline.caller_look: Who looked at a caller's number and earlier calls, and why. The application may add and read, never change or remove.
hotline.case_call_back: Each try to call back somebody who reported a case otherwise than by phone and left a number. The application may add and read, never change or remove.
identity.account: How a person logs in. Passwords as argon2id; the secret of one-time codes sealed with a key that is not in this database.
identity.appointment: Who held which post from when to when. Without an end it is so now, and one post has at most one of those.
identity.attempt: Wrong attempts to sign in. A login is kept as its SHA-256, since people type passwords into the wrong field; logins that belong to nobody are counted alike, so that a lock reveals nothing.
identity.demo_login: The logins that the demo town shows to everybody, password included. Empty everywhere else.
identity.device: Phones that keep encrypted data for a person: the sealed secret of its key, a hash of the token it comes with, and whether it is to forget everything.
identity.installation: Whether this database holds the demo town, whose logins are public. Written once, by the town builder; no row means no.
identity.password_history: Earlier passwords as argon2id, so that the last few cannot come back.
identity.person: People who log in. Staff are in the directory; residents are not. The people of the district are in the registry, not here.
identity.post: A place in the organisation that one person holds or that is vacant. Rights and duties belong to the post, not to the person.
identity.role: Kinds of post. Made from templates at the start; the version counts changes of what the role may do.
identity.role_offer: Which rights a role that the program brings was given when the program brought them. Whatever stands here is never given again, also when it was taken away.
identity.role_permission: What a role may do and how far that reaches, seen from the post that has the role. Everything is positive.
identity.session: Where people are or were signed in. Holds only a SHA-256 of the token. Swept 200 days after it began: the log must reach back six months.
identity.setup_token: SHA-256 of the tokens printed by programs that started while nobody had an account. Removed when the administrators are named.
identity.staffed_post: Posts with unit, role and who holds them now; a post without a person is vacant. Its owner is its holder.
identity.substitution: Who stands in on a post for a shift or a leave, from when to when, by whom it was arranged and why. The rights come and go with the time; nothing is removed.
identity.unit: The tree of units that staff work in: street, communities, centres, departments, companies.
inbox.item: What waits for whom: whoever holds the permission where the thing is. Rewritten by each command as a function of the thing itself.
institutions.acknowledgement: Who has read which wording, and when. The application may add and read, never change or remove.
institutions.document: Institutions (制度): rules, covenants, standards and notices by their number. Repealed, never removed.
institutions.version: Every wording that an institution had: from when, for notices until when and in which grids, and which roles must read it. The application may add and read, never change or remove.
keys.progress: How far a change of key has come in each place that keeps sealed values, so that it goes on where it was stopped.
keys.rotation: Each change of a key: its name (never the key), who and why, and when everything had been made anew.
live.change: That something changed, and who may know. Read in order of transaction by the web processes, which tell their listeners; swept after a day.
live.follower: How far a job that keeps a copy of something has followed live.change. May be emptied: then everything is compared once.
mediation.event: What happened in a mediation. The application may add and read, never change or remove; a change of key seals anew.
mediation.look: Who opened a mediation that somebody else wrote. The application may add and read, never change or remove.
mediation.matter: A dispute that was mediated. Its row is what its events make of it. Nothing counts how many somebody settled.
notices.notice: News for one person that asks for nothing but to be read. The text is made from kind and params in the reader's language.
patrol.checklist: Checklists that a place wrote, every version. The application may add and read, never change or remove.
patrol.plan: Patrol plans as they are now: who looks at what, where and how often.
patrol.plan_version: Every version of a plan with who wrote it. The application may add and read, never change or remove.
patrol.round: One walk that a plan asks for, as it stands: always what its steps add up to. Nothing here says how far anybody went.
patrol.step: What was seen, left out and why, in the order in which it was heard. The application may add and read, never change or remove.
patrol.track: Pieces of a walker's own track, sealed. They are shown to the walker alone and removed after some days.
places.building: Buildings (楼栋) with their outline, a place surely inside, address and use. One that is pulled down ends; it is never removed, since matters point to it.
places.courtyard: Courtyards (院落): buildings behind one gate, with a head of their own where they have one.
places.entrance: Entrances (单元) of buildings: how many floors they serve and how many rooms lie on each.
places.lies_in: In which grid a courtyard or building lies, by date: when grids are redrawn one row ends and another begins.
places.line: Roads with their sections, alleys, rivers and sections to be cleaned, as lines; the grid is the lowest one that has the whole line.
places.overlay: Grids of another kind over the same cells: special (market, school, park, campus), management, responsibility, evaluation. A tree of its own per kind.
places.overlay_cell: The grids that an overlay is put together from, each from a day to a day: when grids come and go, it keeps its ground.
places.post_on: Posts on things that are no grids: heads of courtyards, buildings and entrances, leads of overlays, chiefs and cleaners of lines. Who holds a post, or whether it is vacant, identity knows.
places.post_phone: The duty phone of a post, sealed. It belongs to the post, not to who holds it, and stands on the printed grid map.
platform.migration: Which schema changes this database has seen. Written by the migrator only.
posts.assignment: Which cadre answers for which area, group or household (包片、包组、包户), by post and from when to when.
posts.body: Bodies: leading groups, committees, patrols and teams with what they are for. One that is dissolved ends; it is never removed.
posts.body_member: Who was in a body in which role for which term. Who leaves is noted with the day and stays in the roster of the time.
posts.vacancy_warning: Which vacancy was told to whom, so that nobody is told twice. The application may add and read.
registry.alike: Two records that look like one person, with the reasons. A person decides; what was said to be two stays two.
registry.alike_search: How far the search for people who are alike has come, in the order of their last change. Back at the beginning it compares everybody anew.
registry.care: Who is on a list of people who need care, why and on what basis. Removed when the list's time after the end is over.
registry.care_policy: Which lists of people who need care a place keeps, for which purpose, rhythm and time; every version with its reason.
registry.cleaning: Each removal of personal data by a retention rule: when, by whom, how much. The application may add and read.
registry.conflict: Two values of a field between which no rule could decide; a person does, and both who recorded them are told.
registry.consent: What a person agreed to, for which purpose, how and until when; a consent can be withdrawn and is never removed.
registry.correction: Requests of residents to correct what is recorded about them, with the decision and its reason.
registry.entry: What was recorded about a thing, with who, when, how and the day of truth. Added to; otherwise only fields are erased.
registry.event: Moves, births, deaths, tenancies, households split and joined, with what each did. The application may add and read.
registry.export_piece: The bytes of a list that was taken out, sealed; removed after a day.
registry.import_chunk: Some hundred rows of a sheet and what was decided about them, sealed; removed some days after the import.
registry.import_mark: Whom a row was taken as, by a keyed hash of what names the person in it, so that the same sheet again finds the same people.
registry.import_piece: The bytes of an uploaded sheet, sealed; removed when it has been read.
registry.import_seen: Which row of a sheet first spoke of a person, by a keyed hash: the next one is a repetition.
registry.lay_in: In which grid a home lay until before a day on which grids changed. The grid it lies in now is that of the home itself.
registry.look: Who looked at whose data, when, at what and why; the person may ask for it. The application may add and read.
registry.merge: Two records made one, and what undoing it puts back. A merge is undone once and never removed.
registry.relation: Who belongs to what from which day until before which; a relation ends once and is never removed.
registry.secret: Sealed values. The key is outside the database; a keyed hash finds equal ones. Removed when a retention rule says so.
registry.sheet_export: Who took which list out of the library, with which columns and why; kept. Only who asked for it can fetch the file.
registry.sheet_import: Sheets on their way into the library: uploaded, read, columns settled, looked at, taken. Only who brought one sees it.
registry.sheet_mapping: What the columns of a sheet were taken as last time, by the hash of its headings.
registry.span: Worked out: people, homes, households and tenancies by home and grid, one row for each time between two changes.
registry.street_alias: Old and other names of streets and compounds, with the name that holds now.
registry.thing: People, households, housing, organisations and things as they are known now; each row is what its entries come to.
relay.passing: One post that was asked to pass a word on, once. Nothing says how many doors somebody knocked at.
relay.word: Words of the committee that building heads pass on to their households until a day.
routing.rule: Which unit a case goes to by place, class and time, every version of each rule. The latest version counts, unless ended.
routing.shift: Who of a unit is on duty when. A plan that was replaced stays, marked as removed; the rest of a row never changes.
settings.entered: Numbers of the procedure that the place has set, every version. In force on a day is the latest version that begins by then; without a value the default of the program holds. The application may add and read, never change or remove.
supervision.case_fact: What the board counts, one row for each case: its limits as due and done. Worked out from the case by a job; may be emptied and is filled again.
supervision.escalation: Who was told of which light of a limit: once for each light and level. The application may add and read, never change or remove.
supervision.number_counter: The last number given to an order of a kind in a year; no gaps.
supervision.order_paper: Urges, supervision orders and leaders' instructions, each with everything that was said on it, in order.
visits.look: Who read the words of a visit that somebody else wrote. The application may add and read, never change or remove.
visits.visit: A visit, errand, mediation on the spot or publicity, told once. What was said is sealed. Nothing counts how many somebody made.
worktime.calendar: When people work: one calendar for all, and one for each district, street or community that keeps its own. An area has the days of those around it unless it says otherwise.
worktime.day: Days that are not as their weekday says: statutory holidays, make-up working days, days with hours of their own. Filled from the package chinese-days once for each year, edited by people afterwards.
worktime.moved: Each deadline that a changed calendar moved.
worktime.moved_part: Which deadlines a changed calendar moved, from when to when, some thousand to a row in the order of the limits. Swept after a quarter of a year.
worktime.replay: Each time that running limits were counted again because a calendar had changed, with how far it has come.
worktime.timer: Limits that run on matters, and those that ended. What the owner of the matter says (limit, start, marks) is the truth; due time and light follow from it and from the calendar, and are counted again when that changes.
worktime.year: Years whose holidays are entered. A deadline that touches another year is counted by ordinary weeks, and says so.

-- rights of the app
audit.day_head: insert, select
audit.device_time: select
audit.entry: insert, select
audit.seal: insert, select
campaigns.campaign: insert, select, update
campaigns.event: insert, select
campaigns.number_counter: insert, select, update
campaigns.point: insert, select, update
campaigns.programme: insert, select, update
campaigns.task: insert, select, update
campaigns.work_order: insert, select
cases.case_event: insert, select
cases.case_file: insert, select, update
cases.number_lane: delete, insert, select, update
cases.priority: delete, insert, select, update
cases.receipt: insert, select
cases.reporter.name_sealed: update
cases.reporter.phone_sealed: update
cases.reporter: delete, insert, select
cases.reporter_look: insert, select
cases.saved_view: delete, insert, select, update
cases.standard_text: insert, select, update
catalogue.filing_condition: insert, select
catalogue.local_class: insert, select
cleaning.deduction.outcome: update
cleaning.deduction.points: update
cleaning.deduction.state: update
cleaning.deduction: insert, select
cleaning.event: insert, select
cleaning.look: insert, select
commands.request: delete, insert, select, update
coordination.call: insert, select, update
coordination.entry: insert, select
coordination.number_counter: insert, select, update
diary.entry: insert, select, update
diary.feedback: insert, select
diary.number_counter: insert, select, update
diary.person_look: insert, select
diary.transfer: insert, select
exchange.client: insert, select, update
exchange.event: insert, select
files.attachment: insert, select
files.file: delete, insert, select
files.goes_along: insert, select
files.paper_text.read_at: update
files.paper_text.state: update
files.paper_text.text: update
files.paper_text.words: update
files.paper_text: insert, select
files.upload: delete, insert, select, update
files.upload_piece: delete, insert, select
grid.draft.base_version: update
grid.draft.comparison: update
grid.draft.in_force_from: update
grid.draft.state: update
grid.draft.submitted_by: update
grid.draft.under: update
grid.draft: insert, select
grid.draft_edit: insert, select
grid.draft_step: insert, select
grid.follow_up: insert, select
grid.grid.valid_to: update
grid.grid: insert, select
grid.post_on_grid: delete, insert, select
grid.succession: insert, select
grid.tree.version: update
grid.tree: select
help.call.ended_at: update
help.call.ended_by: update
help.call.outcome: update
help.call.safer: update
help.call.status: update
help.call.taken_at: update
help.call.taken_by: update
help.call: insert, select
help.event.said_sealed: update
help.event: insert, select
help.ground: insert, select
hotline.article: insert, select
hotline.call: insert, select, update
hotline.call_back: insert, select
hotline.caller_look: insert, select
hotline.case_call_back: insert, select
identity.account: insert, select, update
identity.appointment.until_at: update
identity.appointment: insert, select
identity.attempt: delete, insert, select, update
identity.demo_login: insert, select
identity.device: delete, insert, select, update
identity.installation: insert, select
identity.password_history: delete, insert, select, update
identity.person: insert, select, update
identity.post: insert, select, update
identity.role: insert, select, update
identity.role_offer: insert, select
identity.role_permission: delete, insert, select
identity.session: delete, insert, select, update
identity.setup_token: delete, insert, select
identity.staffed_post: select
identity.substitution.ended_at: update
identity.substitution: insert, select
identity.unit: insert, select, update
inbox.item: delete, insert, select, update
institutions.acknowledgement: insert, select
institutions.document.grid_path: update
institutions.document.repeal_reason: update
institutions.document.repealed_from: update
institutions.document.replaced_by: update
institutions.document: insert, select
institutions.version: insert, select
keys.progress.after: update
keys.progress.done: update
keys.progress.is_finished: update
keys.progress: insert, select
keys.rotation.finished_at: update
keys.rotation: insert, select
live.change: delete, insert, select
live.follower: delete, insert, select, update
mediation.event.said_sealed: update
mediation.event: insert, select
mediation.look: insert, select
mediation.matter.follow_up_on: update
mediation.matter.keeping: update
mediation.matter.outcome: update
mediation.matter: insert, select
notices.notice.read_at: update
notices.notice: insert, select
patrol.checklist: insert, select
patrol.plan: insert, select, update
patrol.plan_version: insert, select
patrol.round: insert, select, update
patrol.step: insert, select
patrol.track.sealed: update
patrol.track: delete, insert, select
places.building.address: update
places.building.courtyard_id: update
places.building.floors: update
places.building.house_number: update
places.building.households: update
places.building.name: update
places.building.outline: update
places.building.street: update
places.building.use: update
places.building.valid_to: update
places.building: insert, select
places.courtyard.address: update
places.courtyard.name: update
places.courtyard.valid_to: update
places.courtyard: insert, select
places.entrance.floors: update
places.entrance.households: update
places.entrance.name: update
places.entrance.rooms_per_floor: update
places.entrance.valid_to: update
places.entrance: insert, select
places.lies_in.valid_to: update
places.lies_in: insert, select
places.line.area_square_metres: update
places.line.coordinates: update
places.line.grid_path: update
places.line.lat: update
places.line.length_metres: update
places.line.lon: update
places.line.name: update
places.line.street: update
places.line.valid_to: update
places.line: insert, select
places.overlay.name: update
places.overlay.valid_to: update
places.overlay: insert, select
places.overlay_cell.valid_to: update
places.overlay_cell: insert, select
places.post_on.valid_to: update
places.post_on: insert, select
places.post_phone: delete, insert, select, update
platform.migration: select
posts.assignment.grid_path: update
posts.assignment.valid_to: update
posts.assignment: insert, select
posts.body.grid_path: update
posts.body.valid_to: update
posts.body: insert, select
posts.body_member.left_on: update
posts.body_member: insert, select
posts.vacancy_warning: insert, select
registry.alike: insert, select, update
registry.alike_search: select, update
registry.care.end_reason: update
registry.care.ended_by: update
registry.care.next_visit_on: update
registry.care.person_id: update
registry.care.until_on: update
registry.care: delete, insert, select
registry.care_policy: insert, select
registry.cleaning: insert, select
registry.conflict.offered: update
registry.conflict.outcome: update
registry.conflict.reason: update
registry.conflict.settled_at: update
registry.conflict.settled_by: update
registry.conflict: insert, select
registry.consent.withdrawn_on: update
registry.consent: insert, select
registry.correction.answer: update
registry.correction.outcome: update
registry.correction.settled_at: update
registry.correction.settled_by: update
registry.correction.wanted: update
registry.correction: insert, select
registry.entry.changes: update
registry.entry.erased: update
registry.entry: insert, select
registry.event: insert, select
registry.export_piece.sealed: update
registry.export_piece: delete, insert, select
registry.import_chunk: delete, insert, select, update
registry.import_mark.id: update
registry.import_mark.key: update
registry.import_mark.sealed: update
registry.import_mark: delete, insert, select
registry.import_piece.sealed: update
registry.import_piece: delete, insert, select
registry.import_seen: delete, insert, select
registry.lay_in: insert, select
registry.look: insert, select
registry.merge.undone_at: update
registry.merge.undone_by: update
registry.merge: insert, select
registry.relation.ended_at: update
registry.relation.ended_by: update
registry.relation.until_on: update
registry.relation: insert, select
registry.secret.index: update
registry.secret.sealed: update
registry.secret: delete, insert, select
registry.sheet_export: insert, select, update
registry.sheet_import: delete, insert, select, update
registry.sheet_mapping: delete, insert, select, update
registry.span: select
registry.street_alias: delete, insert, select, update
registry.thing: insert, select, update
relay.passing.answer_sealed: update
relay.passing.answered_at: update
relay.passing.answered_by: update
relay.passing.asked_sealed: update
relay.passing.heard_at: update
relay.passing.passed_at: update
relay.passing.passed_by: update
relay.passing: insert, select
relay.word.reason: update
relay.word.withdrawn_at: update
relay.word.withdrawn_by: update
relay.word: insert, select
routing.rule: insert, select
routing.shift.removed_at: update
routing.shift.removed_by: update
routing.shift: insert, select
settings.entered: insert, select
supervision.case_fact: delete, insert, select, update
supervision.escalation: insert, select
supervision.number_counter: insert, select, update
supervision.order_paper: insert, select, update
visits.look: insert, select
visits.visit.done_at: update
visits.visit.done_by: update
visits.visit.done_sealed: update
visits.visit.outcome: update
visits.visit.text_sealed: update
visits.visit: insert, select
worktime.calendar: insert, select, update
worktime.day: delete, insert, select, update
worktime.moved: select
worktime.moved_part: delete, insert, select
worktime.replay: delete, insert, select, update
worktime.timer: delete, insert, select, update
worktime.year: delete, insert, select

-- functions and triggers
CREATE OR REPLACE FUNCTION cases.next_number(of_district text, of_year integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare taken int;
begin
  loop
    -- A lane that somebody moved on since we looked is not the lowest any more, and fails the comparison.
    update cases.number_lane set next = next + 64
    where district = of_district and year = of_year and lane = (
      select lane from cases.number_lane
      where district = of_district and year = of_year and next < 64 + (
        select min(next) from cases.number_lane where district = of_district and year = of_year)
      order by next limit 1 for update skip locked)
    returning next - 64 into taken;
    if taken is not null then return taken; end if;
    -- The first number of a year; or so many were given since one was taken that is still on its way, that we wait for it.
    insert into cases.number_lane select of_district, of_year, lane, lane from generate_series(1, 64) lane
    on conflict do nothing;
    perform from cases.number_lane where district = of_district and year = of_year order by next limit 1 for update;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION identity.tell_changed_rights()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('identity_rights', '');
  return null;
end $function$
CREATE OR REPLACE FUNCTION identity.tell_changed_staff()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('identity_rights', 'staff');
  return null;
end $function$
CREATE OR REPLACE FUNCTION identity.who(hash bytea, moment timestamp with time zone, idle interval, password_age interval)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  found_session record;
  posts jsonb;
begin
  select s.id, s.person_id, s.post_id, s.last_seen_at, s.expires_at, s.ended_at,
    a.disabled_at, a.totp_on_at is not null as totp_on,
    a.must_change_password or coalesce(a.password_set_at + password_age < moment, false) as must_change_password
  into found_session
  from identity.session s join identity.account a on a.person_id = s.person_id
  where s.token_hash = hash;

  if not found then return jsonb_build_object('over', 'unknown'); end if;
  if found_session.ended_at is not null or found_session.disabled_at is not null then
    return jsonb_build_object('over', 'ended');
  end if;
  if moment >= found_session.expires_at or moment - found_session.last_seen_at > idle then
    return jsonb_build_object('over', 'expired');
  end if;
  if moment - found_session.last_seen_at > interval '1 minute' then
    update identity.session set last_seen_at = moment where id = found_session.id and last_seen_at < moment;
  end if;

  select jsonb_agg(jsonb_build_object('id', post.id, 'unitId', post.unit_id, 'gridPath', post.grid_path,
    'role', post.role_code, 'permissions', (
      select coalesce(jsonb_agg(jsonb_build_object('permission', permission, 'scope', scope)), '[]')
      from identity.role_permission where role_code = post.role_code)) order by held.own desc, held.from_at, post.id)
  into posts
  from (
    select post_id, from_at, true as own from identity.appointment
    where person_id = found_session.person_id and until_at is null
    union all
    select distinct on (post_id) post_id, from_at, false from identity.substitution
    where person_id = found_session.person_id and ended_at is null and from_at <= moment and until_at > moment
      and post_id not in (
        select post_id from identity.appointment where person_id = found_session.person_id and until_at is null)
  ) held join identity.post on post.id = held.post_id;

  return jsonb_build_object('sessionId', found_session.id, 'personId', found_session.person_id,
    'postId', found_session.post_id, 'totpOn', found_session.totp_on,
    'mustChangePassword', found_session.must_change_password,
    'demo', exists (select from identity.installation where demo),
    'posts', coalesce(posts, '[]'),
    'residentPermissions', case when posts is null then (
      select coalesce(jsonb_agg(jsonb_build_object('permission', permission, 'scope', scope)), '[]')
      from identity.role_permission where role_code = 'resident') else '[]' end);
end $function$
CREATE OR REPLACE FUNCTION registry.initials_in(words tsvector)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT unnest.lexeme FROM unnest(initials_in.words) unnest(lexeme, positions, weights) WHERE (unnest.lexeme ~ '^[a-z]{2,}$'::text) ORDER BY (length(unnest.lexeme)), unnest.lexeme LIMIT 1)
CREATE OR REPLACE FUNCTION registry.lay_of(id uuid, present text)
 RETURNS TABLE(grid_path text, from_on date, until_on date)
 LANGUAGE sql
 STABLE
AS $function$
  select grid_path, from_on, until_on from registry.lay_in where home_id = id
  union all
  select present, coalesce(max(until_on), '-infinity'), 'infinity' from registry.lay_in where home_id = id
$function$
CREATE OR REPLACE FUNCTION registry.only_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not (old.changes @> new.changes and old.erased <@ new.erased
    and (select count(*) from jsonb_object_keys(old.changes - new.erased)) = (select count(*) from jsonb_object_keys(new.changes)))
  then
    raise exception 'an entry is never changed; fields may only be erased from it, and are named in erased';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION registry.pinyin_in(words tsvector)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (SELECT unnest.lexeme FROM unnest(pinyin_in.words) unnest(lexeme, positions, weights) WHERE (unnest.lexeme ~ '^[a-z]{2,}$'::text) ORDER BY (length(unnest.lexeme)) DESC, unnest.lexeme LIMIT 1)
CREATE OR REPLACE FUNCTION registry.said_of(id uuid, field text)
 RETURNS TABLE(from_on date, until_on date, what text)
 LANGUAGE sql
 STABLE
AS $function$
  select from_on, coalesce(lead(from_on) over (order by from_on), 'infinity'), what
  from (
    select '-infinity'::date as from_on, null as what
    union all
    (select distinct on (true_on) true_on, changes ->> field from registry.entry
     where thing_id = id and changes ? field order by true_on, serial desc)
  ) said
$function$
CREATE OR REPLACE FUNCTION registry.span_after_entries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registry'
AS $function$
begin
  perform registry.span_again(array(
    select distinct changed.thing_id from changed join registry.thing on thing.id = changed.thing_id
    where thing.kind in ('person', 'housing')
      and (changed.serial = 1 or changed.changes ?| array['population', 'use'] or changed.erased && array['population', 'use'])));
  return null;
end $function$
CREATE OR REPLACE FUNCTION registry.span_after_relations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registry'
AS $function$
begin
  perform registry.span_again(array(
    select distinct from_id from changed where kind in ('lives-in', 'household-in', 'lets')));
  return null;
end $function$
CREATE OR REPLACE FUNCTION registry.span_after_things()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registry'
AS $function$
begin
  perform registry.span_again(array(
    select changed.id from changed join was on was.id = changed.id
    where changed.kind in ('person', 'housing', 'household', 'tenancy')
      and (changed.sex, changed.born_on, changed.title, changed.state, changed.ended_on)
        is distinct from (was.sex, was.born_on, was.title, was.state, was.ended_on)
    union
    select span.thing_id from changed join was on was.id = changed.id
      join registry.span on span.home_id = changed.id
    where changed.kind = 'housing' and changed.grid_path <> was.grid_path));
  return null;
end $function$
CREATE OR REPLACE FUNCTION registry.span_again(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'registry'
AS $function$
begin
  if cardinality(ids) = 0 then return; end if;
  perform 1 from registry.thing where id = any(ids) order by id for no key update;
  delete from registry.span where thing_id = any(ids);
  insert into registry.span select * from registry.spans_of(ids);
end $function$
CREATE OR REPLACE FUNCTION registry.spans_of(ids uuid[])
 RETURNS SETOF registry.span
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'registry'
AS $function$
  select id, kind, home_id, grid_path collate "C", from_on, until_on, what, sex, born_on, title
  from (
    select thing.id, thing.kind, home.id as home_id, lay.grid_path,
      greatest(relation.from_on, said.from_on, lay.from_on) as from_on,
      least(relation.until_on, said.until_on, lay.until_on) as until_on,
      said.what, thing.sex, thing.born_on, thing.title
    from registry.relation relation
      join registry.thing thing on thing.id = relation.from_id
      join registry.thing home on home.id = relation.to_id and home.kind = 'housing'
      cross join lateral registry.said_of(thing.id, case thing.kind when 'person' then 'population' end) said
      cross join lateral registry.lay_of(home.id, home.grid_path) lay
    where relation.from_id = any(ids) and relation.kind in ('lives-in', 'household-in', 'lets')
      and thing.kind in ('person', 'household', 'tenancy')
    union all
    select home.id, home.kind, home.id, lay.grid_path, greatest(first.true_on, said.from_on, lay.from_on),
      least(home.ended_on, said.until_on, lay.until_on), said.what, null, null, home.title
    from registry.thing home
      join registry.entry first on first.thing_id = home.id and first.serial = 1
      cross join lateral registry.said_of(home.id, 'use') said
      cross join lateral registry.lay_of(home.id, home.grid_path) lay
    where home.id = any(ids) and home.kind = 'housing' and home.state <> 'merged'
  ) joined
  where from_on < until_on
$function$
CREATE OR REPLACE FUNCTION registry.words_at(words tsvector, grid_path text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (words || array_to_tsvector(array_remove(ARRAY[('@'::text || "substring"(grid_path, '^[^.]+\.[^.]+'::text)), ('@'::text || "substring"(grid_path, '^(?:[^.]+\.){2}[^.]+'::text)), ('@'::text || "substring"(grid_path, '^(?:[^.]+\.){3}[^.]+'::text)), ('@'::text || "substring"(grid_path, '^(?:[^.]+\.){4}[^.]+'::text)), ('@'::text || "substring"(grid_path, '^(?:[^.]+\.){5}[^.]+'::text))], NULL::text)))
CREATE OR REPLACE FUNCTION worktime.calendar_has_changed()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the work calendar has changed' using errcode = 'WG001';
end $function$
CREATE OR REPLACE FUNCTION worktime.version_for(area text)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select sum(version)::int from worktime.calendar where key = 'default' or starts_with(area, key)
$function$
CREATE TRIGGER account_changed AFTER UPDATE OF disabled_at, totp_on_at, must_change_password, password_set_at ON identity.account FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_rights()
CREATE TRIGGER appointment_changed AFTER INSERT OR DELETE OR UPDATE ON identity.appointment FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_staff()
CREATE TRIGGER entry_added AFTER INSERT ON registry.entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.span_after_entries()
CREATE TRIGGER entry_erased AFTER UPDATE ON registry.entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.span_after_entries()
CREATE TRIGGER entry_only_erased BEFORE UPDATE ON registry.entry FOR EACH ROW EXECUTE FUNCTION registry.only_erased()
CREATE TRIGGER installation_changed AFTER INSERT OR DELETE OR UPDATE ON identity.installation FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_rights()
CREATE TRIGGER person_changed AFTER DELETE OR UPDATE OF name ON identity.person FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_staff()
CREATE TRIGGER post_changed AFTER INSERT OR DELETE OR UPDATE OF title, unit_id, role_code, grid_path ON identity.post FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_staff()
CREATE TRIGGER relation_added AFTER INSERT ON registry.relation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.span_after_relations()
CREATE TRIGGER relation_changed AFTER UPDATE ON registry.relation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.span_after_relations()
CREATE TRIGGER role_changed AFTER INSERT OR DELETE OR UPDATE ON identity.role_permission FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_staff()
CREATE TRIGGER session_over AFTER DELETE OR UPDATE OF post_id, ended_at ON identity.session FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_rights()
CREATE TRIGGER substitution_changed AFTER INSERT OR DELETE OR UPDATE ON identity.substitution FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_staff()
CREATE TRIGGER thing_changed AFTER UPDATE ON registry.thing REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registry.span_after_things()
CREATE TRIGGER unit_changed AFTER INSERT OR DELETE OR UPDATE ON identity.unit FOR EACH STATEMENT EXECUTE FUNCTION identity.tell_changed_staff()
