//! What a store promises, held by one suite on every implementation, and what only one of them can show.
//!
//! PostgreSQL must be there: `tests/run` starts a private one and names it in `NIEMYET_TEST_POSTGRES`; by
//! hand, `export NIEMYET_TEST_POSTGRES=$(tests/store/server start target/postgres)`.

#[cfg(test)]
#[path = "store/alerts.rs"]
mod alerts;
#[cfg(test)]
#[path = "store/amending.rs"]
mod amending;
#[cfg(test)]
#[path = "store/contract.rs"]
mod contract;
#[cfg(test)]
#[path = "store/counting.rs"]
mod counting;
#[cfg(test)]
#[path = "store/faults.rs"]
mod faults;
#[cfg(test)]
#[path = "store/listing.rs"]
mod listing;
#[cfg(test)]
#[path = "store/many_matters.rs"]
mod many_matters;
#[cfg(test)]
#[path = "store/many_ratings.rs"]
mod many_ratings;
#[cfg(test)]
#[path = "store/matters.rs"]
mod matters;
#[cfg(test)]
#[path = "store/moving.rs"]
mod moving;
#[cfg(test)]
#[path = "store/office.rs"]
mod office;
#[cfg(test)]
#[path = "store/place.rs"]
mod place;
#[cfg(test)]
#[path = "store/province.rs"]
mod province;
#[cfg(test)]
#[path = "store/remedies.rs"]
mod remedies;
#[cfg(test)]
#[path = "store/restart.rs"]
mod restart;
#[cfg(test)]
#[path = "store/sample.rs"]
mod sample;
#[cfg(test)]
#[path = "store/secrecy.rs"]
mod secrecy;
#[cfg(test)]
#[path = "store/server.rs"]
mod server;
#[cfg(test)]
#[path = "store/sheets.rs"]
mod sheets;

#[cfg(test)]
#[path = "store/verifying.rs"]
mod verifying;

/// Runs each function of the suite on both stores.
macro_rules! on_both {
    ($($suite:ident :: $name:ident),* $(,)?) => {
        #[cfg(test)]
        mod sqlite {
            $(#[test] fn $name() { crate::$suite::$name(&crate::place::SqlitePlace::new()); })*
        }
        #[cfg(test)]
        mod postgres {
            $(#[test] fn $name() { crate::$suite::$name(&crate::place::PostgresPlace::new()); })*
        }
    };
}

on_both! {
    contract::one_key_is_one_rating_however_often_it_is_sent,
    contract::two_keys_with_equal_answers_are_two_ratings,
    contract::the_first_receipt_stands_even_if_the_secret_changes,
    contract::what_was_kept_is_there_after_opening_again,
    contract::the_point_is_kept_and_older_ratings_have_none,
    contract::a_ticket_proves_one_rating,
    contract::a_poisoned_row_does_not_take_its_neighbours_along,
    contract::a_newer_database_and_a_changed_migration_are_refused,
    contract::a_row_edited_by_hand_is_named_and_harms_no_other,
    contract::a_full_queue_says_busy_and_nothing_that_was_answered_is_lost,
    contract::two_stores_on_one_database,
    contract::a_clock_that_goes_backwards,
    alerts::what_is_to_be_told_is_counted_with_the_deed,
    alerts::two_hosts_queue_once,
    alerts::a_message_is_claimed_by_one_until_its_lease_is_over,
    alerts::what_was_given_up_can_be_tried_again_and_goes_in_time,
    alerts::recipients_and_settings_are_kept_as_they_were_given,
    alerts::who_is_told_is_a_matter_of_the_log,
    alerts::a_recipient_that_cannot_be_read_is_in_nobodys_way,
    alerts::digests_count_what_is_there,
    amending::answers_are_replaced_and_added,
    amending::what_is_amended_is_counted_as_it_is_now,
    amending::quarantine_is_counted_apart_until_released,
    verifying::a_ticket_typed_later_verifies_the_rating_that_is_kept,
    verifying::fifty_ratings_with_one_ticket_are_one_verified,
    counting::tallies_fit_whatever_was_written,
    counting::tallies_hold_what_intervals_need,
    counting::a_span_is_what_was_asked_for,
    counting::tallies_that_were_damaged_are_found_and_rebuilt,
    counting::periods_follow_from_days_and_are_mended,
    counting::sealed_months_are_left_alone,
    counting::rebuilding_does_not_mind_others_writing,
    counting::an_older_database_gets_its_tallies,
    sheets::sheets_hold_what_the_ratings_add_up_to,
    sheets::sheets_are_those_of_the_scope_that_was_asked_for,
    sheets::sheets_of_many_units_take_no_question_each,
    sheets::hours_are_those_of_the_ratings,
    sheets::a_tally_edited_by_hand_is_named,
    listing::a_list_shows_what_the_rule_allows_and_nothing_of_today,
    listing::a_judgement_is_logged_with_the_rating_and_its_tallies,
    listing::words_are_decided_on_once,
    listing::a_slip_counts_once_and_can_be_corrected_until_the_pile_is_done,
    matters::one_tracking_code_is_one_matter_however_often_it_is_sent,
    matters::what_was_brought_is_found_by_its_code_with_its_log,
    matters::an_event_that_was_overtaken_is_refused,
    matters::a_contact_is_deleted_and_the_record_stays,
    matters::lists_show_what_is_due_first_a_page_at_a_time,
    matters::lists_are_filtered,
    matters::what_can_no_longer_be_reopened_is_closed_once,
    matters::all_matters_come_out_with_logs_and_contacts,
    matters::an_older_database_takes_matters,
    matters::a_log_edited_by_hand_is_named,
    many_matters::a_long_inbox_is_turned_and_searched_at_once,
    many_matters::a_million_events_slow_nothing,
    many_ratings::a_busy_counter_is_listed_at_once,
    many_ratings::indexes_of_lists_cost_little,
    many_matters::right_and_wrong_codes_cost_the_same,
    remedies::a_file_is_apologised_for_once_and_what_is_signed_stays,
    remedies::late_files_and_totals_are_replaced_by_newer_ones,
    remedies::measures_and_chosen_words_are_kept_for_their_period,
    office::an_account_is_made_once_and_set_up_by_its_link,
    office::sessions_begin_end_and_are_revoked,
    office::a_one_time_number_is_used_once,
    office::who_is_reset_or_disabled_is_out_at_once,
    office::a_password_that_changed_meanwhile_lets_nobody_in,
    office::two_hosts_write_one_log,
    office::a_log_that_was_changed_names_the_row,
    office::the_log_is_purged_from_its_beginning_and_still_proved,
}
