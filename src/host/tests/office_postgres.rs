//! What each role may do, once more with a store on PostgreSQL: the same tables, row for row. The gate runs it
//! (`tests/run test`); it needs a server, so plain runs of the tests leave it out.

use super::stand::Stand;
use super::{
    office, office_apologies, office_kept_forms, office_matters, office_ratings, office_results,
    office_slips,
};

#[test]
#[ignore = "needs the server of NIEMYET_TEST_POSTGRES; tests/run starts one"]
fn every_action_of_every_role_on_postgres() {
    let tables: [fn(&Stand); 7] = [
        office::every_way,
        office_matters::every_deed,
        office_ratings::who_sees_ratings,
        office_results::who_reaches_results,
        office_apologies::who_reaches_registers,
        office_slips::who_keys_in,
        office_kept_forms::whatever_is_typed,
    ];
    for table in tables {
        table(&Stand::on_postgres());
    }
}
