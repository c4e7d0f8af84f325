// SPDX-License-Identifier: MIT
#include "core/postgres/connection.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    return 0;
}
