#include "engine/model/calendar.hpp"
