// SPDX-License-Identifier: MIT
#include "app/verification/verificationmodel.h"

#include "app/theme/texts.h"
#include "app/verification/verificationwords.h"
#include "core/schema/objectwords.h"

#include <QGuiApplication>
#include <QIcon>

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

/// The table at or above what the line speaks of; empty: none.
const QString& tableOf(const ComparisonLine& line)
{
    return line.kind == SchemaObject::Kind::Table ? line.name : line.table;
}

/// With its schema, unless that is the usual one.
QString qualified(const ComparisonLine& line, const QString& name)
{
    return line.schema.isEmpty() || line.schema == "public"_L1 ? name : line.schema + u'.' + name;
}

/// A table's definition is little more than that it is one, which is said in the reader's language.
QString definitionText(const ComparisonLine& line, const QString& definition)
{
    return definition == kindText(line.kind) ? kindWord(line.kind) : definition;
}

} // namespace

VerificationModel::VerificationModel(QObject* parent) : QAbstractItemModel(parent)
{
    m_nodes.append(Node{});
}

int VerificationModel::addNode(int parent, Level level, int verification, int sample)
{
    const int id = int(m_nodes.size());
    Node& node = m_nodes.emplaceBack();
    node.level = level;
    node.verification = verification;
    node.sample = sample;
    node.parent = parent;
    QList<int>& siblings = m_nodes[parent].children;
    node.row = int(siblings.size());
    siblings.append(id);
    return id;
}

/// What is known while the tree is filled. Lines come table by table and kind by kind, so the last
/// place is nearly always the next one; and there may be a hundred thousand of them.
struct VerificationModel::Filling
{
    int verification = -1;
    QHash<std::pair<QString, QString>, int> tables; ///< by schema and name
    QHash<std::pair<int, int>, int> groups;         ///< by parent and kindGroup(kind)
    std::array<int, 5> counts{};                    ///< by outcome
    const ComparisonLine* last = nullptr;
    int lastTable = -1;
    int lastGroup = -1;
};

/// The node of the line's table, or the database's when it belongs to none.
int VerificationModel::tableNode(const ComparisonLine& line, int number, int database,
                                 Filling& filling)
{
    const QString& table = tableOf(line);
    if (table.isEmpty())
        return database;
    if (filling.last != nullptr && tableOf(*filling.last) == table &&
        filling.last->schema == line.schema)
        return filling.lastTable;
    int& known = filling.tables[{line.schema, table}];
    if (known == 0) // the root, which is no table
        known = addNode(database, Level::Table, filling.verification, number);
    return known;
}

void VerificationModel::addLine(int number, int database, Filling& filling)
{
    const ComparisonLine& line =
        m_verifications.at(filling.verification).comparison.lines.at(number);
    const int parent = tableNode(line, number, database, filling);
    ++filling.counts.at(size_t(line.outcome));
    // Tables are nodes of their own; all else stands below its table or its kind.
    if (line.kind == SchemaObject::Kind::Table) {
        m_nodes[parent].line = number;
    } else {
        const bool isSameGroup = filling.last != nullptr && filling.lastTable == parent &&
                                 filling.lastGroup > 0 && filling.last->kind == line.kind;
        int group = filling.lastGroup;
        if (!isSameGroup) {
            int& known = filling.groups[{parent, int(kindGroup(line.kind))}];
            if (known == 0)
                known = addNode(parent, Level::Group, filling.verification, number);
            group = known;
        }
        m_nodes[addNode(group, Level::Object, filling.verification, number)].line = number;
        filling.lastGroup = group;
    }
    filling.last = &line;
    filling.lastTable = parent;
}

/// A node comes after what is above it, so one walk backwards adds everything up.
void VerificationModel::countUp()
{
    Node* nodes = m_nodes.data();
    for (qsizetype i = m_nodes.size() - 1; i > 0; --i) {
        Node& node = nodes[i];
        if (const ComparisonLine* line = lineOf(node)) {
            ++node.checks;
            if (line->outcome != Outcome::Match)
                ++node.differences;
        }
        nodes[node.parent].checks += node.checks;
        nodes[node.parent].differences += node.differences;
    }
}

void VerificationModel::setVerifications(const QList<DatabaseVerification>& verifications)
{
    beginResetModel();
    m_verifications = verifications;
    m_nodes.clear();
    m_nodes.append(Node{});
    m_counts.clear();
    for (int i = 0; i < m_verifications.size(); ++i) {
        Filling filling;
        filling.verification = i;
        const auto& lines = m_verifications.at(i).comparison.lines;
        m_nodes.reserve(m_nodes.size() + 2 * lines.size());
        // The database is shown even when nothing could be compared in it.
        const int database = addNode(0, Level::Database, i, -1);
        for (int line = 0; line < lines.size(); ++line)
            addLine(line, database, filling);
        for (const Outcome outcome : allOutcomes)
            m_counts[int(outcome)] += filling.counts.at(size_t(outcome));
    }
    countUp();
    endResetModel();
}

QModelIndex VerificationModel::indexOf(const QModelIndex& database, const QString& schema,
                                       const QString& name) const
{
    QModelIndex under;
    for (int row = 0; row < rowCount(database); ++row) {
        const QModelIndex each = index(row, 0, database);
        if (each.data(TableRole).toString() == name && each.data(SchemaRole).toString() == schema)
            under = each;
        for (int child = 0; child < rowCount(each); ++child) {
            const QModelIndex object = index(child, 0, each);
            const ComparisonLine* own = line(object);
            if (own == nullptr || !isView(own->kind))
                break; // a group has one sort of objects
            if (own->schema == schema && own->name == name)
                return object;
        }
    }
    return under;
}

const ComparisonLine* VerificationModel::lineOf(const Node& node) const
{
    if (node.line < 0)
        return nullptr;
    return &m_verifications.at(node.verification).comparison.lines.at(node.line);
}

const ComparisonLine* VerificationModel::sampleOf(const Node& node) const
{
    if (node.sample < 0)
        return nullptr;
    return &m_verifications.at(node.verification).comparison.lines.at(node.sample);
}

bool VerificationModel::hasTable(const Node& node) const
{
    const ComparisonLine* sample = sampleOf(node);
    return sample != nullptr && !tableOf(*sample).isEmpty();
}

QString VerificationModel::nodeText(const Node& node) const
{
    const ComparisonLine* sample = sampleOf(node);
    switch (node.level) {
    case Level::Root:
        return {};
    case Level::Database:
        return m_verifications.at(node.verification).name.text();
    case Level::Table:
        return qualified(*sample, tableOf(*sample));
    case Level::Group:
        return kindGroupLabel(sample->kind);
    case Level::Object:
        return sample->table.isEmpty() ? qualified(*sample, sample->name) : sample->name;
    }
    return {};
}

const ComparisonLine* VerificationModel::line(const QModelIndex& index) const
{
    return index.isValid() ? lineOf(m_nodes.at(int(index.internalId()))) : nullptr;
}

const DatabaseVerification* VerificationModel::verification(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    return &m_verifications.at(m_nodes.at(int(index.internalId())).verification);
}

QList<int>
VerificationModel::countWhere(const std::function<bool(const ComparisonLine&)>& isWanted) const
{
    QList<int> below(m_nodes.size(), 0);
    // A node comes after what is above it, so one walk backwards adds everything up.
    for (int node = int(m_nodes.size()) - 1; node >= 0; --node) {
        const ComparisonLine* line = lineOf(m_nodes.at(node));
        if (line != nullptr && isWanted(*line))
            ++below[node];
        if (node > 0)
            below[m_nodes.at(node).parent] += below.at(node);
    }
    return below;
}

int VerificationModel::nodeAt(int row, const QModelIndex& parent) const
{
    return m_nodes.at(parent.isValid() ? int(parent.internalId()) : 0).children.at(row);
}

QModelIndex VerificationModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int above = parent.isValid() ? int(parent.internalId()) : 0;
    return createIndex(row, column, quintptr(m_nodes.at(above).children.at(row)));
}

QModelIndex VerificationModel::parent(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const int above = m_nodes.at(int(index.internalId())).parent;
    return above <= 0 ? QModelIndex() : createIndex(m_nodes.at(above).row, 0, quintptr(above));
}

int VerificationModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return 0;
    return int(m_nodes.at(parent.isValid() ? int(parent.internalId()) : 0).children.size());
}

int VerificationModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString VerificationModel::resultText(const Node& node) const
{
    if (const ComparisonLine* line = lineOf(node)) {
        const QString label = outcomeLabel(line->outcome);
        // A table that matches may still hold columns or indexes that do not.
        if (line->outcome == Outcome::Match && node.differences > 0)
            return tr("%n differ below", nullptr, node.differences);
        return line->hint.isEmpty() ? label : tr("%1 – %2").arg(label, line->hint);
    }
    if (node.verification >= 0 && m_verifications.at(node.verification).error)
        return tr("Could not be verified");
    if (node.differences > 0)
        return tr("%1 of %2 match").arg(node.checks - node.differences).arg(node.checks);
    return node.checks > 0 ? tr("%1 of %1 match").arg(node.checks) : tr("Nothing to compare");
}

QString VerificationModel::displayText(const Node& node, int column) const
{
    const ComparisonLine* line = lineOf(node);
    switch (column) {
    case ObjectColumn:
        return nodeText(node);
    case ExpectedColumn:
        if (line && line->expected.isEmpty() && line->outcome != Outcome::Extra &&
            line->outcome != Outcome::Misplaced)
            return tr("present");
        return line ? definitionText(*line, line->expected) : QString();
    case FoundColumn:
        if (line && line->found.isEmpty() && line->outcome != Outcome::Missing)
            return tr("present");
        return line ? definitionText(*line, line->found) : QString();
    case ResultColumn:
        return resultText(node);
    default:
        return {};
    }
}

QIcon VerificationModel::iconOf(const Node& node) const
{
    const ComparisonLine* line = lineOf(node);
    if (line && (line->outcome != Outcome::Match || node.differences == 0))
        return outcomeIcon(line->outcome);
    if (node.differences > 0)
        return statusIcon(StatusShape::Exclamation, StatusRole::Warning);
    if (node.verification >= 0 && m_verifications.at(node.verification).error)
        return statusIcon(StatusShape::Cross, StatusRole::Failed);
    return node.checks > 0 ? outcomeIcon(Outcome::Match)
                           : statusIcon(StatusShape::Dash, StatusRole::Neutral);
}

QVariant VerificationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = m_nodes.at(int(index.internalId()));
    const ComparisonLine* line = lineOf(node);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(node, index.column());
    case Qt::ToolTipRole:
        return displayText(node, index.column());
    case Qt::DecorationRole:
        return index.column() == ResultColumn ? iconOf(node) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == ResultColumn && line
                   ? QVariant(statusColor(line->outcome == Outcome::Match && node.differences > 0
                                              ? StatusRole::Warning
                                              : outcomeRole(line->outcome),
                                          QGuiApplication::palette()))
                   : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != ObjectColumn)
            return displayText(node, index.column());
        return line ? tr("%1 %2, %3").arg(kindLabel(line->kind), nodeText(node), resultText(node))
                    : tr("%1, %2").arg(nodeText(node), resultText(node));
    case OutcomeRole:
        return line ? int(line->outcome) : -1;
    case DatabaseRole:
        return m_verifications.at(node.verification).name.text();
    case SchemaRole:
        return hasTable(node) ? sampleOf(node)->schema : QString();
    case TableRole:
        return hasTable(node) ? tableOf(*sampleOf(node)) : QString();
    case LineRole:
        return node.line;
    case VerificationRole:
        return node.verification;
    case DifferencesRole:
        return node.differences;
    default:
        return {};
    }
}

QVariant VerificationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ObjectColumn:
        return tr("Object");
    case ExpectedColumn:
        return tr("Expected");
    case FoundColumn:
        return tr("Found");
    case ResultColumn:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace socrates::ui
