// SPDX-License-Identifier: MIT
#include "app/verification/verificationwords.h"

#include "app/theme/texts.h"

#include <QIcon>

namespace socrates::ui {

using namespace socrates::core;

QString outcomeLabel(ComparisonLine::Outcome outcome)
{
    switch (outcome) {
    case ComparisonLine::Outcome::Match:
        return tr("Match");
    case ComparisonLine::Outcome::Missing:
        return tr("Missing");
    case ComparisonLine::Outcome::Extra:
        return tr("Extra");
    case ComparisonLine::Outcome::Different:
        return tr("Different");
    case ComparisonLine::Outcome::Misplaced:
        return tr("Misplaced");
    }
    return {};
}

StatusRole outcomeRole(ComparisonLine::Outcome outcome)
{
    switch (outcome) {
    case ComparisonLine::Outcome::Match:
        return StatusRole::Applied;
    case ComparisonLine::Outcome::Missing:
        return StatusRole::Failed;
    case ComparisonLine::Outcome::Extra:
        return StatusRole::Pending;
    case ComparisonLine::Outcome::Different:
        return StatusRole::Warning;
    case ComparisonLine::Outcome::Misplaced:
        return StatusRole::Production;
    }
    return StatusRole::Neutral;
}

QIcon outcomeIcon(ComparisonLine::Outcome outcome)
{
    const StatusRole role = outcomeRole(outcome);
    switch (outcome) {
    case ComparisonLine::Outcome::Match:
        return statusIcon(StatusShape::Check, role);
    case ComparisonLine::Outcome::Missing:
        return statusIcon(StatusShape::Cross, role);
    case ComparisonLine::Outcome::Extra:
        return statusIcon(StatusShape::Plus, role);
    case ComparisonLine::Outcome::Different:
        return statusIcon(StatusShape::NotEqual, role);
    case ComparisonLine::Outcome::Misplaced:
        return statusIcon(StatusShape::Elsewhere, role);
    }
    return {};
}

QString kindLabel(SchemaObject::Kind kind)
{
    switch (kind) {
    case SchemaObject::Kind::Schema:
        return tr("Schema");
    case SchemaObject::Kind::Table:
        return tr("Table");
    case SchemaObject::Kind::Column:
        return tr("Column");
    case SchemaObject::Kind::PrimaryKey:
        return tr("Primary key");
    case SchemaObject::Kind::Unique:
        return tr("Unique constraint");
    case SchemaObject::Kind::ForeignKey:
        return tr("Foreign key");
    case SchemaObject::Kind::Check:
        return tr("Check constraint");
    case SchemaObject::Kind::Exclusion:
        return tr("Exclusion constraint");
    case SchemaObject::Kind::Index:
        return tr("Index");
    case SchemaObject::Kind::Sequence:
        return tr("Sequence");
    case SchemaObject::Kind::Enum:
        return tr("Enumeration");
    case SchemaObject::Kind::Domain:
        return tr("Domain");
    case SchemaObject::Kind::CompositeType:
        return tr("Composite type");
    case SchemaObject::Kind::View:
        return tr("View");
    case SchemaObject::Kind::MaterializedView:
        return tr("Materialized view");
    case SchemaObject::Kind::Function:
        return tr("Function");
    case SchemaObject::Kind::Trigger:
        return tr("Trigger");
    case SchemaObject::Kind::Policy:
        return tr("Policy");
    case SchemaObject::Kind::Extension:
        return tr("Extension");
    case SchemaObject::Kind::Rule:
        return tr("Rule");
    case SchemaObject::Kind::Statistics:
        return tr("Statistics object");
    case SchemaObject::Kind::Collation:
        return tr("Collation");
    case SchemaObject::Kind::Aggregate:
        return tr("Aggregate");
    case SchemaObject::Kind::RangeType:
        return tr("Range type");
    case SchemaObject::Kind::EventTrigger:
        return tr("Event trigger");
    case SchemaObject::Kind::DefaultGrant:
        return tr("Default privileges on");
    case SchemaObject::Kind::Comment:
        return tr("Comment on");
    case SchemaObject::Kind::Grant:
        return tr("Grants on");
    case SchemaObject::Kind::Owner:
        return tr("Owner of");
    }
    return {};
}

SchemaObject::Kind kindGroup(SchemaObject::Kind kind)
{
    switch (kind) {
    case SchemaObject::Kind::PrimaryKey:
    case SchemaObject::Kind::Unique:
    case SchemaObject::Kind::ForeignKey:
    case SchemaObject::Kind::Check:
    case SchemaObject::Kind::Exclusion:
        return SchemaObject::Kind::PrimaryKey;
    case SchemaObject::Kind::Enum:
    case SchemaObject::Kind::Domain:
    case SchemaObject::Kind::CompositeType:
    case SchemaObject::Kind::RangeType:
        return SchemaObject::Kind::Enum;
    case SchemaObject::Kind::View:
    case SchemaObject::Kind::MaterializedView:
        return SchemaObject::Kind::View;
    case SchemaObject::Kind::Function:
    case SchemaObject::Kind::Aggregate:
        return SchemaObject::Kind::Function;
    case SchemaObject::Kind::DefaultGrant:
    case SchemaObject::Kind::Grant:
    case SchemaObject::Kind::Owner:
        return SchemaObject::Kind::Grant;
    default:
        return kind;
    }
}

QString kindGroupLabel(SchemaObject::Kind kind)
{
    switch (kindGroup(kind)) {
    case SchemaObject::Kind::Schema:
        return tr("Schemas");
    case SchemaObject::Kind::Table:
        return tr("Tables");
    case SchemaObject::Kind::Column:
        return tr("Columns");
    case SchemaObject::Kind::PrimaryKey:
        return tr("Constraints");
    case SchemaObject::Kind::Index:
        return tr("Indexes");
    case SchemaObject::Kind::Sequence:
        return tr("Sequences");
    case SchemaObject::Kind::Enum:
        return tr("Types");
    case SchemaObject::Kind::View:
        return tr("Views");
    case SchemaObject::Kind::Function:
        return tr("Functions");
    case SchemaObject::Kind::Trigger:
        return tr("Triggers");
    case SchemaObject::Kind::Policy:
        return tr("Policies");
    case SchemaObject::Kind::Extension:
        return tr("Extensions");
    case SchemaObject::Kind::Rule:
        return tr("Rules");
    case SchemaObject::Kind::Statistics:
        return tr("Statistics objects");
    case SchemaObject::Kind::Collation:
        return tr("Collations");
    case SchemaObject::Kind::EventTrigger:
        return tr("Event triggers");
    case SchemaObject::Kind::Comment:
        return tr("Comments");
    case SchemaObject::Kind::Grant:
        return tr("Owners and grants");
    default:
        return {};
    }
}

} // namespace socrates::ui
